using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PulumiNumbers.Tests.Plugin.Fakes;

namespace PulumiNumbers.Tests.Plugin.Fuzzing;

public sealed class FuzzTests
{
    private const int Rounds = 150;

    private static readonly string[] Vocabulary =
    [
        "label", "tags", "capacity", "lid", "material", "compartments", "combination", "steps", "key", "tries", "text", "fake:index:Box",
        "fake:index:Note", "fake:index:getEcho", "urn:pulumi:dev::tests::fake:index:Box::x", "urn:pulumi:dev::tests::fake:index:Note::x",
        "urn:pulumi:dev::t::a$b$fake:index:Box::x::y", "very-dark",
    ];

    [Fact]
    public async Task Whatever_arrives_gets_a_status_and_the_plugin_goes_on()
    {
        await using var plugin = await FakePlugin.StartAsync();
        using var door = new RawGrpcClient(plugin.Port);
        var fuzzer = new WireFuzzer(seed: 20260102, Vocabulary);

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (method, make) in RawGrpcClient.Methods)
            {
                var bytes = fuzzer.Fill(make()).ToByteArray();
                await door.SendAsync(method, bytes);
                await door.SendAsync(method, fuzzer.Mutate(bytes));
            }
        }

        Assert.Equal("1.2.3", (await plugin.Client.GetPluginInfoAsync(new Empty())).Version);
        Assert.Equal("", plugin.Diagnostics.ToString());
    }
}
