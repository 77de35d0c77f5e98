using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Numbers;
using Pulumi.Utilities;
using PulumiNumbers.Tests.Sdk.Fakes;
using PulumiNumbers.Tests.Sdk.Schema;
using Result = Pulumirpc.Result;

namespace PulumiNumbers.Tests.Sdk.Running;

public sealed class RegistrationTests
{
    private static readonly string StackUrn = FakeMonitor.UrnOf("pulumi:pulumi:Stack", "project-stack");
    private static readonly string PoolUrn = FakeMonitor.UrnOf("numbers:index:NumberPool", "pool");

    [Fact]
    public async Task A_resource_is_registered_with_its_inputs_under_the_stack()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.SucceedAsync(() => new NumberPool("pool", new() { PoolId = "alerts", Fallback = PoolFallback.Reject }));

        var request = engine.Monitor.Registration("pool");
        Assert.Equal(
            Values.Struct(
                ("poolId", Value.ForString("alerts")),
                ("fallback", Value.ForString("Reject")),
                ("localizedSenderPreferred", Value.ForBool(false)),
                ("predictableSenderPreferred", Value.ForBool(false))),
            request.Object);
        Assert.Equal(("numbers:index:NumberPool", StackUrn, true), (request.Type, request.Parent, request.Custom));
        Assert.Equal(CheckedInSchema.Version, request.Version);
        Assert.True(request.AcceptSecrets);
    }

    [Fact]
    public async Task Dependencies_are_told_for_the_whole_and_for_each_property()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.SucceedAsync(() =>
        {
            var pool = new NumberPool("pool", new() { PoolId = "alerts" });
            var bought = new OwnedNumber("bought", new() { Carrier = NumberCarrier.Kpn, Country = "NL", Number = "31200001000" });
            new PoolMembership(
                "members",
                new() { PoolId = pool.PoolId, Numbers = { "447700900001", bought.Number } },
                new() { DependsOn = { new NumberPool("first") } });
        });

        var request = engine.Monitor.Registration("members");
        var bought = FakeMonitor.UrnOf("numbers:index:OwnedNumber", "bought");
        var first = FakeMonitor.UrnOf("numbers:index:NumberPool", "first");
        Assert.Equal(new[] { first, PoolUrn, bought }.Order(StringComparer.Ordinal), request.Dependencies);
        Assert.Equal([PoolUrn], request.PropertyDependencies["poolId"].Urns);
        Assert.Equal([bought], request.PropertyDependencies["numbers"].Urns);
        Assert.Empty(request.PropertyDependencies["authoritative"].Urns);
    }

    [Fact]
    public async Task In_a_preview_what_a_new_resource_does_not_know_is_unknown_to_others()
    {
        await using var engine = await FakeEngine.StartAsync(new FakeMonitor { IsDryRun = true });

        await engine.SucceedAsync(() =>
        {
            var bought = new OwnedNumber("bought", new() { Carrier = NumberCarrier.Kpn, Country = "NL" });
            new PoolMembership("members", new() { PoolId = "alerts", Numbers = { "447700900001", bought.Number } });
            return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["id"] = bought.Id,
                ["country"] = bought.Country,
            });
        });

        var numbers = engine.Monitor.Registration("members").Object.Fields["numbers"];
        Assert.Equal([Value.ForString("447700900001"), Values.Unknown], numbers.ListValue.Values);
        Assert.Equal(Values.Struct(("id", Values.Unknown), ("country", Value.ForString("NL"))), engine.Monitor.StackOutputs);
    }

    [Fact]
    public async Task Secrets_stay_secrets_from_the_engine_to_other_resources_and_results()
    {
        await using var engine = await FakeEngine.StartAsync(Answering(request => request.Object.Fields["number"] = Values.Secret(Value.ForString("31200001000"))));

        await engine.SucceedAsync(() =>
        {
            var bought = new OwnedNumber("bought", new() { Carrier = NumberCarrier.Kpn, Country = "NL" });
            return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["number"] = Output.Format($"+{bought.Number}"),
            });
        });

        Assert.Equal(Values.Struct(("number", Values.Secret(Value.ForString("+31200001000")))), engine.Monitor.StackOutputs);
    }

    [Fact]
    public async Task Options_reach_the_engine()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.SucceedAsync(() => new NumberPool("pool", new(), new()
        {
            Protect = true,
            RetainOnDelete = true,
            DeleteBeforeReplace = true,
            ImportId = "a1b2c3d4/alerts",
            Version = "9.9.9",
            IgnoreChanges = { "fallback" },
            ReplaceOnChanges = { "poolId" },
            AdditionalSecretOutputs = { "poolId" },
            CustomTimeouts = new() { Create = TimeSpan.FromMinutes(5) },
            Aliases = { new Alias { Name = "old" }, new Alias { Urn = "urn:pulumi:stack::project::x:y:Z::older" }, new Alias { NoParent = true } },
        }));

        var request = engine.Monitor.Registration("pool");
        Assert.True(request.Protect);
        Assert.True(request.RetainOnDelete);
        Assert.True(request is { DeleteBeforeReplace: true, DeleteBeforeReplaceDefined: true });
        Assert.Equal(("a1b2c3d4/alerts", "9.9.9"), (request.ImportId, request.Version));
        Assert.Equal(["fallback"], request.IgnoreChanges);
        Assert.Equal(["poolId"], request.ReplaceOnChanges);
        Assert.Equal(["poolId"], request.AdditionalSecretOutputs);
        Assert.Equal(("300000ms", ""), (request.CustomTimeouts.Create, request.CustomTimeouts.Delete));
        Assert.Equal("old", request.Aliases[0].Spec.Name);
        Assert.Equal("urn:pulumi:stack::project::x:y:Z::older", request.Aliases[1].Urn);
        Assert.True(request.Aliases[2].Spec.NoParent);
    }

    [Fact]
    public async Task Nothing_is_said_of_options_that_are_left_out()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.SucceedAsync(() => new NumberPool("pool"));

        var request = engine.Monitor.Registration("pool");
        Assert.False(request.HasProtect || request.HasRetainOnDelete || request.DeleteBeforeReplaceDefined);
        Assert.Equal(("", ""), (request.Provider, request.ImportId));
    }

    [Fact]
    public async Task A_provider_of_the_programs_own_is_named_by_reference_and_handed_down_to_children()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.SucceedAsync(() =>
        {
            var provider = new Provider("mine", new() { MaxRetries = 2, AllowInsecureHttp = true, SevenApiKey = "k3y" });
            new NumberPool("direct", new(), new() { Provider = provider });
            new Component("group", group => new NumberPool("child", new(), new() { Parent = group }).PoolId, new() { Providers = { provider } });
        });

        var reference = $"{FakeMonitor.UrnOf("pulumi:providers:numbers", "mine")}::id-of-mine";
        Assert.Equal(reference, engine.Monitor.Registration("direct").Provider);
        Assert.Equal(reference, engine.Monitor.Registration("child").Provider);
    }

    [Fact]
    public async Task A_providers_configuration_travels_as_text_and_its_secrets_as_secrets()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.SucceedAsync(() => new Provider("mine", new() { MaxRetries = 2, AllowInsecureHttp = true, SevenApiKey = "k3y" }));

        var inputs = engine.Monitor.Registration("mine").Object.Fields;
        Assert.Equal(Value.ForString("2"), inputs["maxRetries"]);
        Assert.Equal(Value.ForString("true"), inputs["allowInsecureHttp"]);
        Assert.Equal(Values.Secret(Value.ForString("k3y")), inputs["sevenApiKey"]);
        Assert.Contains("sevenApiKey", engine.Monitor.Registration("mine").AdditionalSecretOutputs);
    }

    [Fact]
    public async Task A_component_passes_its_children_on_as_dependencies_and_publishes_its_outputs()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.SucceedAsync(() =>
        {
            var group = new Component("group", parent => new NumberPool("pool", new() { PoolId = "alerts" }, new() { Parent = parent }).PoolId, new() { Protect = true });
            new NumberPool("after", new(), new() { DependsOn = { group } });
        });

        Assert.Equal(FakeMonitor.UrnOf("test:index:Component", "group"), engine.Monitor.Registration("pool").Parent);
        Assert.True(engine.Monitor.Registration("pool").Protect);
        Assert.Equal([PoolUrn], engine.Monitor.Registration("after").Dependencies);
        Assert.Equal(2, engine.Monitor.Calls.Count(call => call == "RegisterResourceOutputs"));
    }

    [Fact]
    public async Task Get_reads_instead_of_registering()
    {
        await using var engine = await FakeEngine.StartAsync(new FakeMonitor
        {
            OnRead = _ => Values.Struct(("poolId", Value.ForString("alerts")), ("accountId", Value.ForString("a1b2c3d4"))),
        });

        await engine.SucceedAsync(() => Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["pool"] = NumberPool.Get("pool", "a1b2c3d4/alerts").PoolId,
        }));

        var request = Assert.Single(engine.Monitor.Read);
        Assert.Equal(("a1b2c3d4/alerts", "numbers:index:NumberPool"), (request.Id, request.Type));
        Assert.Equal(Values.Struct(("pool", Value.ForString("alerts"))), engine.Monitor.StackOutputs);
        Assert.DoesNotContain(engine.Monitor.Registered, registered => registered.Name == "pool");
    }

    [Fact]
    public async Task Get_by_an_id_that_is_not_known_yet_asks_for_nothing()
    {
        await using var engine = await FakeEngine.StartAsync(new FakeMonitor { IsDryRun = true });

        await engine.SucceedAsync(() => Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["pool"] = NumberPool.Get("pool", OutputUtilities.CreateUnknown("")).PoolId,
        }));

        Assert.Empty(engine.Monitor.Read);
        Assert.Equal(Values.Struct(("pool", Values.Unknown)), engine.Monitor.StackOutputs);
    }

    [Fact]
    public async Task Resources_that_do_not_depend_on_each_other_are_registered_at_the_same_time()
    {
        const int Count = 50;
        var arrived = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        FakeMonitor monitor = null!;
        monitor = new FakeMonitor
        {
            OnRegister = async request =>
            {
                if (Interlocked.Increment(ref arrived) == Count)
                    all.SetResult();

                await all.Task;
                return monitor.Echo(request);
            },
        };
        await using var engine = await FakeEngine.StartAsync(monitor);

        await engine.SucceedAsync(() =>
        {
            for (var index = 0; index < Count; index++)
                new NumberPool($"pool{index}");
        });

        Assert.Equal(Count, arrived);
    }

    [Fact]
    public async Task A_resource_that_failed_under_an_engine_that_carries_on_leaves_its_outputs_unknown()
    {
        FakeMonitor monitor = null!;
        monitor = new FakeMonitor
        {
            OnRegister = request => Task.FromResult(new Pulumirpc.RegisterResourceResponse
            {
                Urn = FakeMonitor.UrnOf(request.Type, request.Name),
                Object = new Struct(),
                Result = Result.Fail,
            }),
        };
        await using var engine = await FakeEngine.StartAsync(monitor);

        await engine.SucceedAsync(() => Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["pool"] = new NumberPool("pool").PoolId,
        }));

        Assert.Equal(Values.Struct(("pool", Values.Unknown)), engine.Monitor.StackOutputs);
    }

    [Fact]
    public async Task Ten_thousand_numbers_go_through()
    {
        await using var engine = await FakeEngine.StartAsync();
        var numbers = Enumerable.Range(0, 10_000).Select(index => $"3363998{index:0000}").ToImmutableArray();

        await engine.SucceedAsync(() =>
        {
            var members = new PoolMembership("members", new() { PoolId = "alerts", Numbers = numbers });
            return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["count"] = members.Numbers.Apply(held => held.Length),
            });
        });

        Assert.Equal(Values.Struct(("count", Value.ForNumber(10_000))), engine.Monitor.StackOutputs);
    }

    private static FakeMonitor Answering(Action<Pulumirpc.RegisterResourceResponse> change)
    {
        FakeMonitor monitor = null!;
        monitor = new FakeMonitor
        {
            OnRegister = request =>
            {
                var answer = monitor.Echo(request);
                change(answer);
                return Task.FromResult(answer);
            },
        };
        return monitor;
    }

    [Fact]
    public async Task Registration_PluginDownloadUrl_ReachesTheEngine()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.SucceedAsync(() => new NumberPool("pool", options: new() { PluginDownloadURL = "https://plugins.example.com" }));

        Assert.Equal("https://plugins.example.com", engine.Monitor.Registration("pool").PluginDownloadURL);
    }

    [Fact]
    public async Task ProviderRegistration_VariablesThatAreNotSet_AreLeftOut()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.SucceedAsync(() => new Provider("explicit", new() { KpnClientId = "id" }));

        var inputs = engine.Monitor.Registration("explicit").Object.Fields;
        Assert.Equal("id", inputs["kpnClientId"].StringValue);
        Assert.DoesNotContain("sevenUrl", inputs.Keys);
        Assert.DoesNotContain("portsipToken", inputs.Keys);
    }
}
