using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

public sealed class EngineStateTests : EngineTest
{
    private string Journal => Path.Combine(Fixture.StateFolder, "stacks", "numbers-test", "dev.journal");

    [Fact]
    public async Task Each_finished_step_is_on_disk_before_the_next_begins()
    {
        var seen = new List<int>();
        await Fixture.UpAsync(EngineFixture.Program(async program =>
        {
            for (var i = 0; i < 5; i++)
            {
                await program.RegisterAsync(EngineFixture.Thing, $"thing-{i}", []);
                seen.Add(Fixture.Engine.Load().Resources.Count(r => r.Type == EngineFixture.Thing));
            }
        }));

        Assert.Equal([1, 2, 3, 4, 5], seen);
        Assert.False(File.Exists(Journal));
    }

    [Fact]
    public async Task An_engine_that_was_killed_leaves_its_finished_steps_and_what_was_under_way()
    {
        byte[] killed = [];
        Fixture.Carrier.Before = async (method, name) =>
        {
            if ((method, name) is ("create", "second"))
                killed = await ReadSharedAsync(Journal);
        };
        await Fixture.UpAsync(EngineFixture.Things(("first", new() { ["size"] = 1 }), ("second", [])));
        var checkpoint = Path.ChangeExtension(Journal, ".json");
        await File.WriteAllTextAsync(checkpoint, """{"version": 3, "deployment": {"resources": []}}""");
        // The last line was being written when the end came.
        await File.WriteAllBytesAsync(Journal, [.. killed, .. "{\"key\": 99, \"pu"u8]);

        var left = Fixture.Engine.Load();
        Fixture.Carrier.Before = (_, _) => Task.CompletedTask;
        var up = await Fixture.UpAsync(EngineFixture.Things(("first", new() { ["size"] = 1 }), ("second", [])));

        Assert.Equal("id-1", left.Find("first")!.Id);
        Assert.Equal((OperationKind.Creating, "second"), (Assert.Single(left.PendingOperations).Kind, left.PendingOperations[0].Resource.Urn.Name));
        Assert.Contains(up.Diagnostics, d => d.Message.Contains("interrupted while creating", StringComparison.Ordinal));
        Assert.Equal(StepOp.Same, up.StepOf("first").Op);
        Assert.Equal(StepOp.Create, up.StepOf("second").Op);
        Assert.Empty(Fixture.Engine.Load().PendingOperations);
    }

    [Fact]
    public async Task A_state_written_out_and_read_back_is_the_same()
    {
        await Fixture.UpAsync(EngineFixture.Program(async program =>
        {
            var group = await program.RegisterComponentAsync("my:group:Group", "group");
            var first = await program.RegisterAsync(EngineFixture.Thing, "first", new() { ["tags"] = PropertyValue.Of(["x"]), ["size"] = 1.5 }, new() { Parent = group.Urn, Protect = true });
            await program.RegisterAsync(EngineFixture.Thing, "second", new() { ["secret"] = PropertyValue.Secret("s") }, new() { DependsOn = [first], CustomTimeouts = ("1h30m", "90s", "5m") });
        }));
        var before = Fixture.Engine.Load();

        var json = CheckpointJson.Write(before, Fixture.Options.Crypter, DateTimeOffset.UnixEpoch).ToString();
        var after = CheckpointJson.Read(json, Fixture.Options.Crypter);

        Assert.Equal(before.Resources.Count, after.Resources.Count);
        Assert.All(before.Resources.Zip(after.Resources), pair => Assert.True(pair.First.SameAs(pair.Second), pair.First.Urn.ToString()));
        Assert.Equal(new CustomTimeouts(5400, 90, 300), after.Find("second")!.CustomTimeouts);
        Assert.EndsWith("::my:group:Group$fake:index:Thing::first", after.Find("first")!.Urn.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dependencies_stand_before_their_dependents()
    {
        await Fixture.UpAsync(EngineFixture.Program(async program =>
        {
            var roots = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => program.RegisterAsync(EngineFixture.Thing, $"root-{i}", [])));
            await Task.WhenAll(roots.Select((r, i) => program.RegisterAsync(EngineFixture.Thing, $"leaf-{i}", [], new() { DependsOn = [r] })));
        }));

        var seen = new HashSet<Urn>();
        Assert.All(Fixture.Engine.Load().Resources, r =>
        {
            Assert.All(r.AllDependencies(), d => Assert.Contains(d, seen));
            seen.Add(r.Urn);
        });
    }

    [Fact]
    public async Task A_set_of_ten_thousand_elements_is_saved_and_compared()
    {
        var numbers = PropertyValue.Of(Enumerable.Range(0, 10_000).Select(i => $"44770090{i:0000}"));
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["numbers"] = numbers }));

        var again = await Fixture.UpAsync(EngineFixture.OneThing(new() { ["numbers"] = numbers }));

        Assert.False(again.HasChanges);
        Assert.Equal(numbers, Fixture.Engine.Load().Find("one")!.Outputs["numbers"]);
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy);
        return copy.ToArray();
    }
}
