using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

public sealed class EngineProviderTests : EngineTest
{
    [Fact]
    public async Task An_explicit_provider_manages_the_resources_that_name_it()
    {
        await Fixture.UpAsync(Program("a token"));

        var saved = Fixture.Engine.Load();
        Assert.Equal("a token", Fixture.Carrier.Configuration!.Fields["token"].StringValue);
        Assert.Equal(saved.Find("mine")!.Urn, saved.Find("one")!.Provider!.Value.Urn);
    }

    [Fact]
    public async Task A_provider_with_a_new_configuration_is_updated_and_keeps_its_resources()
    {
        await Fixture.UpAsync(Program("a token"));

        var up = await Fixture.UpAsync(Program("another"));

        Assert.Equal(StepOp.Update, up.StepOf("mine").Op);
        Assert.Equal(StepOp.Same, up.StepOf("one").Op);
        Assert.Equal("another", Fixture.Carrier.Configuration!.Fields["token"].StringValue);
    }

    [Fact]
    public async Task A_resource_that_moves_to_another_provider_is_replaced()
    {
        await Fixture.UpAsync(Program("a token"));

        var up = await Fixture.UpAsync(EngineFixture.OneThing([]));

        Assert.Equal(StepOp.Replace, up.StepOf("one").Op);
        Assert.Null(Fixture.Engine.Load().Find("mine"));
    }

    [Fact]
    public async Task A_default_provider_of_another_version_takes_over_without_a_change()
    {
        await Fixture.UpAsync(EngineFixture.OneThing([], new() { Version = "1.0.0" }));

        var up = await Fixture.UpAsync(EngineFixture.OneThing([], new() { Version = "1.1.0" }));

        Assert.False(up.HasChanges);
        Assert.Equal("default_1_1_0", Fixture.Engine.Load().Find("one")!.Provider!.Value.Urn.Name);
        Assert.Single(Fixture.Engine.Load().Resources, r => r.IsProvider);
    }

    [Fact]
    public async Task A_refused_configuration_names_the_property()
    {
        var up = await Fixture.Engine.UpAsync(EngineFixture.Program(program => program.RegisterAsync("pulumi:providers:fake", "mine", new() { ["wrong"] = "x" })));

        Assert.Equal("pulumi:providers:fake resource 'mine': property wrong value {x} has a problem: is wrong", Assert.Single(up.Errors));
    }

    [Fact]
    public async Task PackageWithoutPlugin_IsReported()
    {
        var up = await Fixture.Engine.UpAsync(EngineFixture.Program(program => program.RegisterAsync("absent:index:Thing", "one", [])));

        Assert.Contains("There is no plugin for the package 'absent'.", up.Errors);
    }

    private static StackProgram Program(string token) => EngineFixture.Program(async program =>
    {
        var provider = await program.RegisterAsync("pulumi:providers:fake", "mine", new() { ["token"] = token });
        await program.RegisterAsync(EngineFixture.Thing, "one", [], new RegisterOptions { Provider = provider });
    });
}
