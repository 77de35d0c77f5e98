using Grpc.Core;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Tests.Provider.Harness;
using Pulumirpc;

namespace PulumiNumbers.Tests.Provider.ExclusiveNumbers;

/// <summary>What exclusive numbers must hold on PBXs as they are.</summary>
public sealed class ExclusiveNumberIdentityTests : ProviderTest
{
    private static readonly object Wanted = new { number = "447700900123" };

    public static TheoryData<string> GatewayBodies => ["{}", "", """{"message":"no Route matched with those values"}"""];

    [Theory]
    [MemberData(nameof(GatewayBodies))]
    public async Task GatewayAnswers404_DeleteAndRefreshFail(string body)
    {
        var number = await Numbers.CreateAsync(Tokens.ExclusiveNumber, "vip", Wanted);
        await Numbers.NewRunAsync();
        foreach (var operation in new[] { Operations.GetExclusive, Operations.DeleteExclusive })
        {
            Numbers.Carriers.Faults.Add(new FaultRule { Kind = FaultKind.Status, Status = 404, Body = body, ContentType = "application/json", Operation = operation });
        }

        var refresh = await Assert.ThrowsAsync<RpcException>(() => Numbers.RefreshAsync(number));
        await Assert.ThrowsAsync<RpcException>(() => Numbers.DeleteAsync(number));

        Assert.Contains("base URL", refresh.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_LostResponse_EqualNumberOfAColleague_IsNotAdopted()
    {
        var theirs = Numbers.Carriers.PortSip.Create("447700900123");
        Numbers.Carriers.Faults.Add(new FaultRule { Kind = FaultKind.ResetBefore, Operation = Operations.CreateExclusive });

        var failure = await Numbers.CreateFailsAsync(Tokens.ExclusiveNumber, "vip", Wanted);

        Assert.Equal(StatusCode.AlreadyExists, failure.StatusCode);
        Assert.Contains($"pulumi import numbers:index:ExclusiveNumber vip {theirs.Id}", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotFoundUnderOtherCredentials_IsAnErrorThatNamesBothAccounts()
    {
        var number = await Numbers.CreateAsync(Tokens.ExclusiveNumber, "vip", Wanted);
        Numbers.Carriers.PortSip.Delete(number.Id);
        await Numbers.ConfigureAsync(new
        {
            maxRetries = "0",
            portsipUsername = EmulatorCredentials.PortSipAdministrator,
            portsipPassword = EmulatorCredentials.PortSipAdministratorPassword,
            portsipDomain = "",
        });

        var refresh = await Assert.ThrowsAsync<RpcException>(() => Numbers.RefreshAsync(number));
        var deletion = await Assert.ThrowsAsync<RpcException>(() => Numbers.DeleteAsync(number));

        Assert.All([refresh, deletion], failure =>
        {
            Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
            Assert.Contains(number.State.Text("account")!, failure.Status.Detail, StringComparison.Ordinal);
            Assert.Contains(EmulatorCredentials.PortSipAdministrator, failure.Status.Detail, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task FoundUnderOtherCredentials_IsFineAndRecorded()
    {
        var number = await Numbers.CreateAsync(Tokens.ExclusiveNumber, "vip", Wanted);
        var other = number with { State = number.State.With(new { account = "elsewhere/somebody" }) };

        var read = await Numbers.RefreshAsync(other);

        Assert.Equal(number.State.Text("account"), read!.State.Text("account"));
        Assert.Contains(EmulatorCredentials.PortSipUsername, read.State.Text("account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_ByNumber_TakesTheOnlyMatch_AndSeveralAreNamedByTheirIds()
    {
        var first = Numbers.Carriers.PortSip.Create("447700900123");
        var imported = await Numbers.ImportAsync(Tokens.ExclusiveNumber, "vip", "+44 7700 900123");
        var second = Numbers.Carriers.PortSip.Create("447700900123");

        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.ImportAsync(Tokens.ExclusiveNumber, "vip", "447700900123"));

        Assert.Equal(first.Id, imported!.Id);
        Assert.Contains(first.Id, failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains(second.Id, failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WithoutAgents_LeavesCallQueuesOut()
    {
        var id = Numbers.Carriers.PortSip.Create("447700900123").Id;

        var imported = await Numbers.ImportAsync(Tokens.ExclusiveNumber, "vip", id);

        Assert.False(imported!.Inputs.Fields.ContainsKey("callQueues"));
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await Numbers.DiffAsync(imported, Wanted)).Changes);
    }

    [Fact]
    public async Task Update_NumberWasDeleted_NamesTheRefresh()
    {
        var number = await Numbers.CreateAsync(Tokens.ExclusiveNumber, "vip", Wanted);
        Numbers.Carriers.PortSip.Delete(number.Id);

        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.UpdateAsync(number, new { number = "447700900123", enabled = false }));

        Assert.Contains("pulumi up --refresh", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refresh_OfManyNumbersWithoutQueues_SharesOneListing()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 60).Select(
            index => Numbers.CreateAsync(Tokens.ExclusiveNumber, $"vip-{index}", new { number = $"4477009002{index:00}" })));
        await Numbers.NewRunAsync();
        Numbers.Carriers.Requests.Clear();

        await Task.WhenAll(numbers.Select(Numbers.RefreshAsync));

        Assert.InRange(Numbers.Carriers.Requests.All.Count, 1, 3);
    }

    [Fact]
    public async Task ProtectedNumber_IsNotDeleted()
    {
        var number = await Numbers.CreateAsync(Tokens.ExclusiveNumber, "vip", new { number = "447700900123", releaseProtection = true });

        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.DestroyAsync(number));

        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        Assert.NotNull(Numbers.Carriers.PortSip.Find(number.Id));
    }
}
