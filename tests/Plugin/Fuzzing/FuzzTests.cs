using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PulumiNumbers.Tests.Plugin.Fakes;
using Pulumirpc;

namespace PulumiNumbers.Tests.Plugin.Fuzzing;

public sealed class FuzzTests
{
    private const int Rounds = 150;

    private static readonly (string Method, Func<IMessage> Request)[] Methods =
    [
        ("Handshake", () => new ProviderHandshakeRequest()),
        ("GetSchema", () => new GetSchemaRequest()),
        ("CheckConfig", () => new CheckRequest()),
        ("DiffConfig", () => new DiffRequest()),
        ("Configure", () => new ConfigureRequest()),
        ("Check", () => new CheckRequest()),
        ("Diff", () => new DiffRequest()),
        ("Create", () => new CreateRequest()),
        ("Read", () => new ReadRequest()),
        ("Update", () => new UpdateRequest()),
        ("Delete", () => new DeleteRequest()),
        ("Invoke", () => new InvokeRequest()),
        ("List", () => new ListRequest()),
        ("Construct", () => new ConstructRequest()),
        ("Call", () => new CallRequest()),
        ("GetMappings", () => new GetMappingsRequest()),
        ("Nonsense", () => new Empty()),
    ];

    [Fact]
    public async Task Whatever_arrives_gets_a_status_and_the_plugin_goes_on()
    {
        await using var plugin = await FakePlugin.StartAsync();
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        var fuzzer = new WireFuzzer(seed: 20260102);

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (method, make) in Methods)
            {
                var bytes = fuzzer.Fill(make()).ToByteArray();
                await AssertStatusAsync(http, plugin.Port, method, bytes);
                await AssertStatusAsync(http, plugin.Port, method, fuzzer.Mutate(bytes));
            }
        }

        Assert.Equal("1.2.3", (await plugin.Client.GetPluginInfoAsync(new Empty())).Version);
        Assert.Equal("", plugin.Diagnostics.ToString());
    }

    private static async Task AssertStatusAsync(HttpMessageInvoker http, int port, string method, byte[] message)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}/pulumirpc.ResourceProvider/{method}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(Frame(message)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        using var response = await http.SendAsync(request, limit.Token);
        await response.Content.ReadAsByteArrayAsync(limit.Token);

        var status = response.TrailingHeaders.TryGetValues("grpc-status", out var trailing) ? trailing.Single()
            : response.Headers.GetValues("grpc-status").Single();
        Assert.True(int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 0 and <= 16, $"{method} answered '{status}'.");
    }

    private static byte[] Frame(byte[] message)
    {
        var framed = new byte[message.Length + 5];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), message.Length);
        message.CopyTo(framed, 5);
        return framed;
    }
}
