using System.Runtime.CompilerServices;
using Google.Protobuf.WellKnownTypes;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Tests.Provider.Harness;
using Pulumirpc;

namespace PulumiNumbers.Tests.Provider.Upgrade;

/// <summary>What version 0.1.0 has saved works as it is: nothing is planned on it, and nobody is told of it.</summary>
public sealed class UpgradeTests : ProviderTest
{
    private const string SignatureKey = "4dabf18193072939515e22adb298388d";

    [Theory]
    [InlineData("state-0.1.0.json")]
    [InlineData("state-0.1.0-example.json")]
    public async Task StateOfVersion010_PlansNothing(string file)
    {
        List<string> planned = [];
        foreach (var resource in Resources(file))
        {
            var (urn, type) = ((string)resource["urn"]!, (string)resource["type"]!);
            var (inputs, outputs) = (ToStruct((JObject)resource["inputs"]!), ToStruct((JObject)resource["outputs"]!));
            var check = await Numbers.Client.CheckAsync(new CheckRequest { Urn = urn, Type = type, Olds = inputs, News = inputs });
            Assert.Empty(check.Failures);
            var diff = await Numbers.Client.DiffAsync(new DiffRequest
            {
                Urn = urn,
                Type = type,
                Id = (string)resource["id"]!,
                Olds = outputs,
                OldInputs = inputs,
                News = check.Inputs,
            });
            if (diff.Changes != DiffResponse.Types.DiffChanges.DiffNone)
                planned.Add($"{urn}: {string.Join(", ", diff.DetailedDiff.Keys)}");
        }

        Assert.Empty(planned);
        Assert.Empty(Numbers.Log.Said(LogSeverity.Warning));
    }

    private static List<JToken> Resources(string file, [CallerFilePath] string source = "")
    {
        var state = JObject.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(source)!, file)));
        var resources = state["deployment"]!["resources"]!.Where(resource => ((string)resource["type"]!).StartsWith("numbers:index:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(resources);
        return resources;
    }

    private static Struct ToStruct(JObject json)
    {
        var properties = new Struct();
        foreach (var (name, value) in json)
            properties.Fields[name] = ToValue(value!);
        return properties;
    }

    private static Value ToValue(JToken json) => json switch
    {
        // What the secret was does not matter, as long as it is the same in inputs and outputs.
        JObject secret when secret.ContainsKey(SignatureKey) && secret.ContainsKey("ciphertext") => Wire.Secret("https://sms.example.com/secret"),
        JObject map => Value.ForStruct(ToStruct(map)),
        JArray list => Value.ForList([.. list.Select(ToValue)]),
        { Type: JTokenType.Boolean } => Value.ForBool((bool)json),
        { Type: JTokenType.Integer or JTokenType.Float } => Value.ForNumber((double)json),
        { Type: JTokenType.Null } => Value.ForNull(),
        _ => Value.ForString((string)json!),
    };
}
