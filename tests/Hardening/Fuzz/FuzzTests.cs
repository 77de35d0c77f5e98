using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Schema;
using PulumiNumbers.Plugin.Serving;
using PulumiNumbers.Provider;
using PulumiNumbers.Rpc.Client;
using PulumiNumbers.Tests.Lifecycle.Support;
using PulumiNumbers.Tests.Plugin.Fuzzing;
using Pulumirpc;
using Xunit.Abstractions;

namespace PulumiNumbers.Tests.Hardening.Fuzz;

/// <summary>
/// Messages that no engine would send, to the provider as it ships, before carriers that answer anything. The environment makes it longer:
/// <c>FUZZ_MESSAGES</c>, <c>FUZZ_SEED</c>.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int AtOnce = 4;

    [Fact]
    public async Task Whatever_arrives_gets_a_status_and_the_plugin_goes_on()
    {
        var messages = Setting("FUZZ_MESSAGES", 20_000);
        var seed = Setting("FUZZ_SEED", 20260106);
        output.WriteLine($"seed {seed}, {messages} messages");
        using var carrier = new RandomCarrier(seed);
        var definition = NumbersProvider.Define(carrier);
        var diagnostics = new StringWriter();
        await using var plugin = new PluginServer(definition, new PluginOptions
        {
            TimeProvider = new HurriedClock(pace: 100_000),
            Environment = _ => null,
            Diagnostics = TextWriter.Synchronized(diagnostics),
        });
        var port = await plugin.StartAsync(CancellationToken.None);
        using var channel = PlaintextChannel.ForAddress($"127.0.0.1:{port}");
        var client = new ResourceProvider.ResourceProviderClient(channel);
        await client.ConfigureAsync(Credentials());
        using var door = new RawGrpcClient(port);

        await Parallel.ForEachAsync(
            Messages(seed, Vocabulary(definition)).Take(messages),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (message, _) => await (message.IsFramed ? door.SendAsync(message.Method, message.Bytes) : door.KnockUnframedAsync(message.Method, message.Bytes)));

        Assert.NotEmpty((await client.GetPluginInfoAsync(new Empty())).Version);
        Assert.NotEmpty((await client.GetSchemaAsync(new GetSchemaRequest())).Schema);
        var defects = diagnostics.ToString();
        Assert.True(defects.Length == 0, defects);
    }

    /// <summary>For every method in turn: a message of the right kind with anything in it, the same damaged, and bytes of any kind.</summary>
    private static IEnumerable<(string Method, byte[] Bytes, bool IsFramed)> Messages(int seed, string[] vocabulary)
    {
        var fuzzer = new WireFuzzer(seed, vocabulary);
        var random = new Random(seed);
        while (true)
        {
            foreach (var (method, make) in RawGrpcClient.Methods)
            {
                var bytes = fuzzer.Fill(make()).ToByteArray();
                yield return (method, bytes, true);
                yield return (method, fuzzer.Mutate(bytes), true);
                if (random.Next(4) == 0)
                {
                    var noise = new byte[random.Next(64)];
                    random.NextBytes(noise);
                    yield return (method, noise, random.Next(2) == 0);
                }
            }
        }
    }

    /// <summary>All that the provider's schema names, and values that mean something to it.</summary>
    private static string[] Vocabulary(ProviderDefinition definition)
    {
        var schema = JObject.Parse(SchemaBuilder.Build(definition));
        var tokens = schema["resources"]!.Children<JProperty>().Concat(schema["functions"]!.Children<JProperty>()).Select(type => type.Name).ToList();
        var properties = schema.Descendants().OfType<JProperty>()
            .Where(property => property.Name is "properties" or "inputProperties" or "variables")
            .SelectMany(property => property.Value.Children<JProperty>()).Select(property => property.Name);
        string[] values =
        [
            "kpn", "vonage", "seven", "GB", "447700900001", "+44 7700 900000", "a1b2c3d4/vip", "seven/GB/447700900001", "vip", "Pool", "true", "3",
            "https://sms.example.com/?token=t", "../x", "startsWith", "SMS",
        ];
        return [.. tokens, .. tokens.Select(token => $"urn:pulumi:dev::fuzz::{token}::x"), .. properties.Distinct(StringComparer.Ordinal), .. values];
    }

    private static ConfigureRequest Credentials() => new()
    {
        Args = Provider.Harness.Wire.Of(new
        {
            vonageApiKey = "a1b2c3d4",
            vonageApiSecret = "secret-of-nobody",
            kpnClientId = "client",
            kpnClientSecret = "secret-of-nobody",
            sevenApiKey = "key-of-nobody",
            portsipUrl = "https://pbx.example.com:8887/api",
            portsipUsername = "operator",
            portsipPassword = "password-of-nobody",
        }),
    };

    private static int Setting(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : usual;
}
