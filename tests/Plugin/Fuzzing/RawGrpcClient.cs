using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace PulumiNumbers.Tests.Plugin.Fuzzing;

/// <summary>A plugin's gRPC door without a gRPC client in front of it: any bytes go in.</summary>
public sealed class RawGrpcClient(int port) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler());

    /// <summary>The methods that take a message, with an empty one for each; and one that there is not.</summary>
    public static IReadOnlyList<(string Method, Func<IMessage> Make)> Methods { get; } =
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

    /// <summary>Sends a message and insists on a gRPC status.</summary>
    public Task SendAsync(string method, byte[] message) => KnockUnframedAsync(method, Frame(message));

    /// <summary>Sends a body, whatever it is, and insists on a gRPC status.</summary>
    public async Task KnockUnframedAsync(string method, byte[] body)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}/pulumirpc.ResourceProvider/{method}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        using var response = await _http.SendAsync(request, limit.Token);
        await response.Content.ReadAsByteArrayAsync(limit.Token);

        var status = response.TrailingHeaders.TryGetValues("grpc-status", out var trailing) ? trailing.Single()
            : response.Headers.GetValues("grpc-status").Single();
        Assert.True(int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 0 and <= 16, $"{method} answered '{status}'.");
    }

    public void Dispose() => _http.Dispose();

    private static byte[] Frame(byte[] message)
    {
        var framed = new byte[message.Length + 5];
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), message.Length);
        message.CopyTo(framed, 5);
        return framed;
    }
}
