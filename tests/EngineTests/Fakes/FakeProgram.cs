using System.Globalization;
using PulumiNumbers.Engine;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Engine.Projects;
using PulumiNumbers.Engine.Properties;

namespace PulumiNumbers.Tests.Engine.Fakes;

/// <summary>A program process: registers the things that its configuration <c>cli-test:things</c> names, of the size <c>cli-test:size</c>, and exports the size.</summary>
public static class FakeProgram
{
    public static async Task<int> RunAsync()
    {
        var config = Newtonsoft.Json.Linq.JObject.Parse(Variable("PULUMI_CONFIG"));
        var size = double.Parse((string)config["cli-test:size"]!, CultureInfo.InvariantCulture);
        var password = PropertyValue.Secret((string?)config["cli-test:password"]);
        var program = new DelegateProgram(async (context, _) =>
        {
            foreach (var name in ((string)config["cli-test:things"]!).Split(','))
                await context.RegisterAsync(EngineFixture.Thing, name, new() { ["size"] = size, ["secret"] = password });
            context.Export("size", size);
            context.Export("password", password);
        });
        var environment = new ProgramEnvironment(
            Variable("PULUMI_MONITOR"),
            Variable("PULUMI_ENGINE"),
            Variable("PULUMI_PROJECT"),
            Variable("PULUMI_STACK"),
            string.Equals(Variable("PULUMI_DRY_RUN"), "true", StringComparison.Ordinal),
            int.Parse(Variable("PULUMI_PARALLEL"), CultureInfo.InvariantCulture),
            new Dictionary<string, ConfigValue>(StringComparer.Ordinal));
        try
        {
            await program.RunAsync(environment, _ => { }, CancellationToken.None);
            return 0;
        }
        catch (EngineException)
        {
            return 1;
        }
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");
}
