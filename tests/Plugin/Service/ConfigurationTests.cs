using Grpc.Core;
using PulumiNumbers.Rpc;
using PulumiNumbers.Tests.Plugin.Fakes;
using Pulumirpc;
using static PulumiNumbers.Tests.Plugin.Fakes.Wire;

namespace PulumiNumbers.Tests.Plugin.Service;

public sealed class ConfigurationTests
{
    private const string ProviderUrn = "urn:pulumi:dev::tests::pulumi:providers:fake::default";

    [Fact]
    public async Task Configuration_is_accepted_as_strings_of_json()
    {
        await using var plugin = await FakePlugin.StartAsync();
        var config = Properties(
            ("key", Text("k")), ("tries", Text("5")), ("quiet", Text("true")), ("helpers", Text("[\"ann\",\"bob\"]")), ("version", Text("1.2.3")));

        var check = await plugin.Client.CheckConfigAsync(new CheckRequest { Urn = ProviderUrn, News = config });
        await plugin.Client.ConfigureAsync(new ConfigureRequest { Args = check.Inputs });

        Assert.Empty(check.Failures);
        Assert.Equal(Secret("k"), check.Inputs.Fields["key"]);
        Assert.Equal(Text("5"), check.Inputs.Fields["tries"]);
        Assert.Equal(Text("1.2.3"), check.Inputs.Fields["version"]);
        Assert.Equal("k", plugin.Configuration.Configured!.Key);
        Assert.Equal(5, plugin.Configuration.Configured.Tries);
        Assert.True(plugin.Configuration.Configured.Quiet);
        Assert.Equal(["ann", "bob"], plugin.Configuration.Configured.Helpers);
    }

    [Fact]
    public async Task Configuration_is_accepted_as_values_too()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var response = await plugin.Client.ConfigureAsync(new ConfigureRequest
        {
            Args = Properties(("key", Secret("k")), ("tries", Number(5)), ("quiet", Flag(true)), ("helpers", Texts("ann"))),
        });

        Assert.True(response is { AcceptSecrets: true, SupportsPreview: true, AcceptOutputs: true, SupportsAutonamingConfiguration: true });
        Assert.Equal(5, plugin.Configuration.Configured!.Tries);
        Assert.Equal(["ann"], plugin.Configuration.Configured.Helpers);
    }

    [Fact]
    public async Task An_old_engines_variables_are_read()
    {
        await using var plugin = await FakePlugin.StartAsync();
#pragma warning disable CS0612 // What older engines send is the point.
        var request = new ConfigureRequest { Variables = { ["fake:config:key"] = "k", ["fake:config:tries"] = "7" } };
#pragma warning restore CS0612

        await plugin.Client.ConfigureAsync(request);

        Assert.Equal(("k", 7), (plugin.Configuration.Configured!.Key, plugin.Configuration.Configured.Tries));
    }

    [Fact]
    public async Task The_environment_fills_in_and_constants_come_last()
    {
        await using var plugin = await FakePlugin.StartAsync(environment: new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["FAKE_KEY"] = "",
            ["WORKSHOP_KEY"] = "from-environment",
        });

        var check = await plugin.Client.CheckConfigAsync(new CheckRequest { Urn = ProviderUrn, News = Properties() });

        Assert.Equal(Secret("from-environment"), check.Inputs.Fields["key"]);
        Assert.Equal(Text("3"), check.Inputs.Fields["tries"]);
    }

    [Fact]
    public async Task Missing_keys_are_told_as_such()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await plugin.Client.ConfigureAsync(new ConfigureRequest { Args = Properties() }));

        Assert.True(failure.TryGetDetail<ConfigureErrorMissingKeys>(out var detail));
        var key = Assert.Single(detail.MissingKeys);
        Assert.Equal(("key", "The key to the workshop."), (key.Name, key.Description));
    }

    [Fact]
    public async Task A_wrong_configuration_is_refused_with_its_reasons_but_not_its_secrets()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var check = await plugin.Client.CheckConfigAsync(new CheckRequest
        {
            Urn = ProviderUrn,
            News = Properties(("key", Number(123456)), ("tries", Text("many")), ("adress", Text("x"))),
        });
        var hook = await plugin.Client.CheckConfigAsync(
            new CheckRequest { Urn = ProviderUrn, News = Properties(("key", Text("k")), ("address", Text("http://x.example.com"))) });
        var configure = await Assert.ThrowsAsync<RpcException>(
            async () => await plugin.Client.ConfigureAsync(new ConfigureRequest { Args = Properties(("key", Text("k")), ("tries", Text("x"))) }));

        Assert.Equal(["", "tries", "adress"], check.Failures.Select(failure => failure.Property));
        Assert.DoesNotContain(check.Failures, failure => failure.Reason.Contains("123456", StringComparison.Ordinal));
        Assert.Equal(("address", "Use https."), (Assert.Single(hook.Failures).Property, hook.Failures[0].Reason));
        Assert.Equal(StatusCode.InvalidArgument, configure.StatusCode);
    }

    [Fact]
    public async Task Unknown_configuration_passes_in_a_preview()
    {
        await using var plugin = await FakePlugin.StartAsync();
        var config = Properties(("key", Unknown), ("tries", Unknown));

        var check = await plugin.Client.CheckConfigAsync(new CheckRequest { Urn = ProviderUrn, News = config });
        await plugin.Client.ConfigureAsync(new ConfigureRequest { Args = check.Inputs });

        Assert.Equal(Unknown, check.Inputs.Fields["tries"]);
        Assert.NotNull(plugin.Configuration.Configured);
    }

    [Fact]
    public async Task Two_configurations_differ_by_value_not_by_spelling()
    {
        await using var plugin = await FakePlugin.StartAsync();
        var old = Properties(("key", Text("k")), ("tries", Text("5")), ("address", Text("https://a.example.com")));

        var same = await plugin.Client.DiffConfigAsync(new DiffRequest
        {
            Olds = old,
            OldInputs = old,
            News = Properties(("key", Secret("k")), ("tries", Number(5)), ("address", Text("https://a.example.com"))),
        });
        var moved = await plugin.Client.DiffConfigAsync(new DiffRequest
        {
            Olds = old,
            OldInputs = old,
            News = Properties(("key", Text("other")), ("tries", Text("5")), ("address", Text("https://b.example.com"))),
        });

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, same.Changes);
        Assert.Equal(["key", "address"], moved.Diffs);
        Assert.Equal(["address"], moved.Replaces);
    }
}
