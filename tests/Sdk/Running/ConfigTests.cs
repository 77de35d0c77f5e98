using System.Collections.Immutable;
using Pulumi;
using PulumiNumbers.Tests.Sdk.Fakes;

namespace PulumiNumbers.Tests.Sdk.Running;

public sealed class ConfigTests
{
    [Fact]
    public async Task Values_are_read_by_type_from_the_projects_own_namespace()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.SucceedAsync(
            () =>
            {
                var config = new Config();
                Assert.Equal("text", config.Get("name"));
                Assert.True(config.GetBoolean("flag"));
                Assert.Equal(3, config.RequireInt32("count"));
                Assert.Equal(2.5, config.RequireDouble("limit"));
                Assert.Equal<IEnumerable<string>>(["1001", "1002"], config.RequireObject<ImmutableArray<string>>("agents"));
                Assert.Null(config.Get("absent"));
                Assert.Null(config.GetInt32("absent"));
                Assert.Null(config.GetSecret("absent"));
                Assert.Equal("other", new Config("numbers").Require("name"));
            },
            ("project:name", "text"),
            ("project:flag", "true"),
            ("project:count", "3"),
            ("project:limit", "2.5"),
            ("project:agents", """["1001", "1002"]"""),
            ("numbers:name", "other"));
    }

    [Fact]
    public async Task Secret_values_are_secret_outputs()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.SucceedAsync(
            async () =>
            {
                var config = new Config();
                Assert.True(await Output.IsSecretAsync(config.RequireSecret("key")));
                Assert.True(await Output.IsSecretAsync(config.RequireSecretInt32("count")));
                Assert.True(await Output.IsSecretAsync(config.GetSecretObject<int>("count")!));
                return new Dictionary<string, object?>(StringComparer.Ordinal);
            },
            ("project:key", "k3y"),
            ("project:count", "3"));
    }

    [Fact]
    public async Task A_value_that_is_missing_is_named_with_the_command_that_sets_it()
    {
        await using var engine = await FakeEngine.StartAsync();

        Assert.Equal(32, await engine.RunAsync(() => _ = new Config().Require("name")));
        Assert.Contains("pulumi config set project:name", Assert.Single(engine.Log.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("flag")]
    [InlineData("count")]
    [InlineData("limit")]
    [InlineData("agents")]
    public async Task A_value_of_the_wrong_type_is_named_and_not_shown(string key)
    {
        await using var engine = await FakeEngine.StartAsync();

        var exitCode = await engine.RunAsync(
            () =>
            {
                var config = new Config();
                object? value = key switch
                {
                    "flag" => config.GetBoolean(key),
                    "count" => config.GetInt32(key),
                    "limit" => config.GetDouble(key),
                    _ => config.GetObject<ImmutableArray<string>>(key),
                };
                Assert.Fail($"{value} was read");
            },
            ($"project:{key}", "s3cret"));

        var error = Assert.Single(engine.Log.Errors);
        Assert.Equal(32, exitCode);
        Assert.Contains($"'project:{key}'", error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PackageConfig_ValueSetByTheProgram_CountsMoreThanTheStacks()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.SucceedAsync(
            () =>
            {
                Assert.Equal(7, Pulumi.Numbers.Config.MaxRetries);
                Pulumi.Numbers.Config.MaxRetries = 2;
                Assert.Equal(2, Pulumi.Numbers.Config.MaxRetries);
                Pulumi.Numbers.Config.MaxRetries = null;
                Assert.Null(Pulumi.Numbers.Config.MaxRetries);
            },
            ("numbers:maxRetries", "7"));
    }
}
