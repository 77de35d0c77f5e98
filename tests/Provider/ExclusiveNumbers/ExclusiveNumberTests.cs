using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Tests.Provider.Harness;
using Pulumirpc;

namespace PulumiNumbers.Tests.Provider.ExclusiveNumbers;

public sealed class ExclusiveNumberTests : ProviderTest
{
    private string Sales => Numbers.Carriers.PortSip.Queues[0].Id;

    private string Vip => Numbers.Carriers.PortSip.Queues[2].Id;

    [Fact]
    public async Task A_number_is_created_with_its_agents()
    {
        var number = await CreateAsync(new() { [Vip] = ["1001", "1002"] });

        var there = Numbers.Carriers.PortSip.Find(number.Id)!;
        Assert.Equal("447700900123", there.Number);
        Assert.Equal(["1001", "1002"], AgentsThere(number, Vip));
        Assert.Equal(true, number.State.Get("enabled"));
        Assert.EndsWith("Z", number.State.Text("createdAt"), StringComparison.Ordinal);
        Assert.Equal(["1001", "1002"], AgentsIn(number, Vip));
    }

    [Fact]
    public async Task Settings_and_agents_are_changed_in_place()
    {
        var number = await CreateAsync(new() { [Vip] = ["1001"], [Sales] = ["1005"] });

        var changed = await Numbers.UpdateAsync(number, new
        {
            number = "447700900124",
            enabled = false,
            description = "VIP",
            callQueues = new Dictionary<string, object?> { [Vip] = new[] { "1002" } },
        });

        var there = Numbers.Carriers.PortSip.Find(number.Id)!;
        Assert.Equal(("447700900124", false, "VIP"), (there.Number, there.Enabled, there.Description));
        Assert.Equal(["1002"], AgentsThere(number, Vip));
        Assert.Empty(AgentsThere(number, Sales));
        Assert.Equal(["1002"], AgentsIn(changed, Vip));
    }

    [Fact]
    public async Task Another_order_of_agents_is_no_difference()
    {
        var number = await CreateAsync(new() { [Vip] = ["1001", "1002"] });

        var diff = await Numbers.DiffAsync(number, Declared(new() { [Vip] = ["1002", "1001", "1002"] }));

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
    }

    [Fact]
    public async Task Queues_that_the_program_does_not_mention_are_left_alone()
    {
        var number = await Numbers.CreateAsync(Tokens.ExclusiveNumber, "vip", new { number = "447700900123" });
        Numbers.Carriers.PortSip.Change(number.Id, there => there with { Agents = there.Agents.SetItem(Vip, ["1001"]) });

        var read = await Numbers.RefreshAsync(number);
        var diff = await Numbers.DiffAsync(read!, new { number = "447700900123" });

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
    }

    [Fact]
    public async Task No_longer_mentioning_queues_takes_their_agents_away()
    {
        var number = await CreateAsync(new() { [Vip] = ["1001"] });

        await Numbers.UpdateAsync(number, new { number = "447700900123" });

        Assert.Empty(AgentsThere(number, Vip));
    }

    [Fact]
    public async Task Drift_of_agents_and_settings_is_seen_and_repaired()
    {
        var number = await CreateAsync(new() { [Vip] = ["1001"] });
        Numbers.Carriers.PortSip.Change(number.Id, there => there with { Enabled = false, Agents = there.Agents.SetItem(Vip, ["1003"]) });

        var read = await Numbers.RefreshAsync(number);
        var diff = await Numbers.DiffAsync(read!, Declared(new() { [Vip] = ["1001"] }));
        await Numbers.UpdateAsync(read!, Declared(new() { [Vip] = ["1001"] }));

        Assert.Contains("enabled", diff.DetailedDiff.Keys);
        Assert.Contains(diff.DetailedDiff.Keys, path => path.StartsWith("callQueues", StringComparison.Ordinal));
        var there = Numbers.Carriers.PortSip.Find(number.Id)!;
        Assert.True(there.Enabled);
        Assert.Equal(["1001"], AgentsThere(number, Vip));
    }

    [Fact]
    public async Task Refused_agents_leave_the_number_in_the_state_with_the_carriers_words()
    {
        var number = await CreateAsync(new() { [Vip] = ["9999"] });

        Assert.NotEmpty(number.Id);
        Assert.NotNull(Numbers.Carriers.PortSip.Find(number.Id));
        Assert.Contains("portsip", Assert.Single(number.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_imported_number_shows_no_difference()
    {
        var id = Numbers.Carriers.PortSip.Create("447700900123", enabled: false, "VIP").Id;
        Numbers.Carriers.PortSip.Change(id, there => there with { Agents = there.Agents.SetItem(Vip, ["1001"]) });

        var number = await Numbers.ImportAsync(Tokens.ExclusiveNumber, "vip", id);

        Assert.Equal("VIP", number!.Inputs.Text("description"));
        Assert.Equal(["1001"], AgentsIn(number, Vip));
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await Numbers.DiffAsync(number, number.Inputs)).Changes);
    }

    [Fact]
    public async Task A_refresh_of_a_deleted_number_says_that_it_is_gone()
    {
        var number = await CreateAsync(new());
        Numbers.Carriers.PortSip.Delete(number.Id);

        Assert.Null(await Numbers.RefreshAsync(number));
    }

    [Fact]
    public async Task A_deleted_number_is_gone_and_deleting_it_again_succeeds()
    {
        var number = await CreateAsync(new());

        await Numbers.DestroyAsync(number);
        await Numbers.DestroyAsync(number);

        Assert.Null(Numbers.Carriers.PortSip.Find(number.Id));
    }

    [Fact]
    public async Task A_creation_whose_answer_is_lost_is_settled_by_asking()
    {
        Numbers.Carriers.Faults.Add(new FaultRule { Kind = FaultKind.ResetAfter, Operation = Operations.CreateExclusive, Times = 1 });

        var number = await CreateAsync(new());

        Assert.Equal(number.Id, Assert.Single(Numbers.Carriers.PortSip.Numbers).Id);
    }

    [Fact]
    public async Task A_number_that_does_not_show_at_once_after_its_creation_stays_in_the_state()
    {
        Numbers.Carriers.Faults.Add(new FaultRule
        {
            Kind = FaultKind.Status,
            Status = 404,
            Body = """{"errors":[{"code":"NOT_FOUND","message":"not found"}]}""",
            ContentType = "application/json",
            Operation = Operations.GetExclusive,
            Times = 1,
        });

        var number = await CreateAsync(new());

        Assert.Equal(number.Id, Assert.Single(Numbers.Carriers.PortSip.Numbers).Id);
        Assert.Contains(number.Id, Assert.Single(number.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_somebody_else_is_not_taken_for_the_one_whose_creation_got_no_answer()
    {
        var there = Numbers.Carriers.PortSip.Create("447700900123", description: "somebody else's");
        Numbers.Carriers.Faults.Add(new FaultRule { Kind = FaultKind.ResetBefore, Operation = Operations.CreateExclusive, Times = 1 });

        var failure = await Numbers.CreateFailsAsync(Tokens.ExclusiveNumber, "vip", Declared(new() { [Vip] = ["1001"] }));

        Assert.Equal(StatusCode.AlreadyExists, failure.StatusCode);
        Assert.Contains($"pulumi import numbers:index:ExclusiveNumber vip {there.Id}", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Equal("somebody else's", Numbers.Carriers.PortSip.Find(there.Id)!.Description);
    }

    [Fact]
    public async Task A_creation_that_is_interrupted_at_its_agents_keeps_the_number_in_the_state_and_the_next_run_finishes_it()
    {
        Numbers.Carriers.Faults.Add(new FaultRule { Kind = FaultKind.Delay, Operation = Operations.SetAgents, Times = 1 });
        var assigning = Numbers.Carriers.Requests.WaitForAsync(request => request.Operation == Operations.SetAgents);

        var creating = CreateAsync(new() { [Vip] = ["1001"] });
        await assigning;
        await Numbers.Client.CancelAsync(new Empty());
        var interrupted = await creating;
        await Numbers.Client.HandshakeAsync(new ProviderHandshakeRequest());
        var read = await Numbers.RefreshAsync(interrupted);
        var finished = await Numbers.UpdateAsync(read!, Declared(new() { [Vip] = ["1001"] }));

        Assert.Single(interrupted.Problems);
        Assert.Equal(finished.Id, Assert.Single(Numbers.Carriers.PortSip.Numbers).Id);
        Assert.Equal(["1001"], AgentsThere(finished, Vip));
    }

    [Fact]
    public async Task An_empty_description_and_queues_without_agents_say_nothing_and_are_no_difference()
    {
        object inputs = new { number = "447700900123", description = "", callQueues = new Dictionary<string, object?> { [Vip] = Array.Empty<string>() } };
        var number = await Numbers.CreateAsync(Tokens.ExclusiveNumber, "vip", inputs);

        var read = await Numbers.RefreshAsync(number);

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await Numbers.DiffAsync(number, inputs)).Changes);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await Numbers.DiffAsync(read!, inputs)).Changes);
    }

    [Fact]
    public async Task Numbers_are_listed_for_import_across_pages()
    {
        for (var i = 0; i < 130; i++)
            Numbers.Carriers.PortSip.Create($"447700900{i:000}");

        Assert.Equal(130, (await Numbers.ListAsync(Tokens.ExclusiveNumber)).Distinct().Count());
    }

    [Theory]
    [InlineData("number", "VIP-LINE")]
    [InlineData("number", "")]
    public async Task A_number_of_letters_is_refused_by_name(string property, string value)
    {
        var answer = await Numbers.CheckAsync(Tokens.ExclusiveNumber, "vip", new { number = value });

        Assert.Equal(property, Assert.Single(answer.Failures).Property);
    }

    [Fact]
    public async Task Extensions_are_digits_and_a_wrong_one_is_named_by_its_place()
    {
        var answer = await Numbers.CheckAsync(Tokens.ExclusiveNumber, "vip", Declared(new() { [Vip] = ["1001", "agent"] }));

        Assert.Equal($"callQueues.{Vip}[1]", Assert.Single(answer.Failures).Property);
    }

    private static object Declared(Dictionary<string, string[]> queues) => new
    {
        number = "+44 7700 900123",
        callQueues = queues.ToDictionary(queue => queue.Key, object? (queue) => queue.Value, StringComparer.Ordinal),
    };

    private static IEnumerable<string> AgentsIn(ResourceUnderTest number, string queue) =>
        ((IReadOnlyDictionary<string, object?>)number.State.Get("callQueues")!)[queue] is IReadOnlyList<object?> agents ? agents.Cast<string>() : [];

    private string[] AgentsThere(ResourceUnderTest number, string queue) =>
        Numbers.Carriers.PortSip.Find(number.Id)!.Agents.TryGetValue(queue, out var agents) ? [.. agents.Order(StringComparer.Ordinal)] : [];

    private Task<ResourceUnderTest> CreateAsync(Dictionary<string, string[]> queues) => Numbers.CreateAsync(Tokens.ExclusiveNumber, "vip", Declared(queues));
}
