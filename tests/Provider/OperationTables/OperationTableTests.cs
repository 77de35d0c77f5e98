using System.Text.RegularExpressions;
using PulumiNumbers.Emulator.Log;
using PulumiNumbers.Tests.Provider.Harness;

namespace PulumiNumbers.Tests.Provider.OperationTables;

/// <summary>Every row of every carrier's operation table, from what a user does to the request that reaches the carrier.</summary>
public sealed class OperationTableTests
{
    public static TheoryData<string> Rows => [.. AllRows.Select(row => row.ToString())];

    private static IReadOnlyList<Row> AllRows => [.. PoolRows.All, .. NexmoRows.Of("kpn"), .. NexmoRows.Of("vonage"), .. SevenRows.All, .. PortSipRows.All];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_operation_reaches_the_carrier_and_its_answer_the_user(string name)
    {
        var row = AllRows.Single(candidate => candidate.ToString() == name);
        await using var numbers = await ProviderHarness.StartAsync();

        await row.Act(numbers);

        var requests = numbers.Carriers.Requests.Of(row.Carrier, row.Operation);
        Assert.NotEmpty(requests);
        Assert.All(requests, request =>
        {
            Assert.Matches(Pattern(row.Request), $"{request.Method} {request.Path}");
            Assert.Equal(RequestOutcome.Answered, request.Outcome);
            Assert.InRange(request.Status ?? 0, 200, 299);
        });
    }

    private static string Pattern(string request) => $"^{Regex.Escape(request).Replace(@"\*", "[^/]+", StringComparison.Ordinal)}$";
}
