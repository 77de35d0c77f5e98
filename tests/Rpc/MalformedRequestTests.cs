using System.Net;
using System.Net.Sockets;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PulumiNumbers.Rpc.Server;
using Pulumirpc;

namespace PulumiNumbers.Tests.Rpc;

public sealed class MalformedRequestTests
{
    private static readonly byte[] Valid = RawHttpClient.Frame(new CheckRequest { Name = "pool" }.ToByteArray());

    public static TheoryData<string, byte[], string> Bodies => new()
    {
        { "no message", [], "13" },
        { "a part of the header", [0, 0, 0], "13" },
        { "a header without its message", RawHttpClient.Frame([], length: 10), "13" },
        { "less than the header says", RawHttpClient.Frame([1, 2, 3], length: 100_000), "13" },
        { "a length that lies about 300 MiB", RawHttpClient.Frame([1, 2, 3], length: 300 * 1024 * 1024), "13" },
        { "a length beyond the limit", RawHttpClient.Frame([1, 2, 3], length: uint.MaxValue), "2" },
        { "a compressed message without an encoding", RawHttpClient.Frame([1, 2, 3], flag: 1), "13" },
        { "an unknown flag", RawHttpClient.Frame([1, 2, 3], flag: 2), "2" },
        { "two messages", [.. Valid, .. Valid], "13" },
        { "bytes after the message", [.. Valid, 7], "13" },
        { "a field of no valid type", RawHttpClient.Frame([0x0F]), "2" },
        { "a string cut off", RawHttpClient.Frame([0x0A, 0x7F, 0x41]), "2" },
        { "text that is not UTF-8", RawHttpClient.Frame([0x0A, 0x02, 0xFF, 0xFE]), "2" },
        { "a varint without end", RawHttpClient.Frame([.. Enumerable.Repeat((byte)0xFF, 20)]), "2" },
        { "nesting beyond the parser's limit", RawHttpClient.Frame(Nested(400)), "2" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task MalformedBody_ReturnsStatus_AndServerKeepsServing(string what, byte[] body, string status)
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());
        using var http = new RawHttpClient(pair.Server.Port);

        var answer = await http.PostAsync(RawHttpClient.Check, body);

        Assert.True(answer.GrpcStatus == status, $"{what}: {answer.GrpcStatus} {answer.GrpcMessage}");
        Assert.Equal("1.2.3", (await pair.Client.GetPluginInfoAsync(new Empty())).Version);
    }

    [Theory]
    [InlineData("/pulumirpc.ResourceProvider/Nothing")]
    [InlineData("/pulumirpc.Nobody/Check")]
    [InlineData("/pulumirpc.ResourceProvider/check")]
    [InlineData("/")]
    [InlineData("/%2e%2e/x?y=%ff")]
    public async Task UnknownMethod_IsUnimplemented(string path)
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());
        using var http = new RawHttpClient(pair.Server.Port);

        Assert.Equal("12", (await http.PostAsync(path, Valid)).GrpcStatus);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/grpc-web")]
    [InlineData("application/grpcx")]
    public async Task OtherContentType_IsUnsupported(string contentType)
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());
        using var http = new RawHttpClient(pair.Server.Port);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await http.PostAsync(RawHttpClient.Check, Valid, contentType)).Http);
    }

    [Theory]
    [InlineData("application/grpc")]
    [InlineData("application/grpc+proto")]
    [InlineData("application/grpc;charset=utf-8")]
    public async Task GrpcContentType_InEverySpelling_IsServed(string contentType)
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());
        using var http = new RawHttpClient(pair.Server.Port);

        Assert.Equal("0", (await http.PostAsync(RawHttpClient.Check, Valid, contentType)).GrpcStatus);
    }

    [Fact]
    public async Task OtherHttpMethod_IsNotAllowed()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());
        using var http = new RawHttpClient(pair.Server.Port);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://127.0.0.1:{pair.Server.Port}{RawHttpClient.Check}"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.SendAsync(request)).Http);
    }

    [Theory]
    [InlineData("grpc-encoding", "gzip", "0")]
    [InlineData("grpc-encoding", "nothing", "0")]
    [InlineData("grpc-encoding", "identity", "0")]
    [InlineData("grpc-timeout", "soon", "0")]
    [InlineData("grpc-timeout", "-1S", "0")]
    [InlineData("grpc-timeout", "123456789S", "0")]
    [InlineData("grpc-timeout", "99999999H", "0")]
    [InlineData("x-data-bin", "not base64!", "2")]
    [InlineData("x!odd", "y", "2")]
    public async Task Header_WithAnyValue_ReturnsStatus(string name, string value, string status)
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider
        {
            OnCheck = (_, context) =>
            {
                context.ResponseTrailers.Add("x-seen", $"{context.RequestHeaders.Count}");
                return Task.FromResult(new CheckResponse());
            },
        });
        using var http = new RawHttpClient(pair.Server.Port);

        Assert.Equal(status, (await http.PostAsync(RawHttpClient.Check, Valid, headers: (name, value))).GrpcStatus);
    }

    [Fact]
    public async Task BytesThatAreNotHttp2_LeaveTheServerServing()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());
        var random = new Random(20_260_801);
        var preface = Encoding.ASCII.GetBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

        for (var round = 0; round < 50; round++)
        {
            var noise = new byte[random.Next(1, 4096)];
            random.NextBytes(noise);
            byte[] bytes = (round % 3) switch
            {
                0 => noise,
                1 => [.. preface, .. noise],
                _ => Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
            };
            await SendAsync(pair.Server.Port, bytes);
        }

        Assert.Equal("1.2.3", (await pair.Client.GetPluginInfoAsync(new Empty())).Version);
    }

    [Fact]
    public async Task MutatedMessage_AlwaysReturnsStatus()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider(), new GrpcServerOptions { MaxMessageBytes = 1 << 20 });
        using var http = new RawHttpClient(pair.Server.Port);
        var random = new Random(20_260_802);
        var properties = new Struct { Fields = { ["numbers"] = Value.ForList(Value.ForString("447700900000"), Value.ForNumber(1)) } };
        var original = RawHttpClient.Frame(new CheckRequest { Urn = "urn:pulumi:dev::shop::x", News = properties }.ToByteArray());

        for (var round = 0; round < 1000; round++)
        {
            var mutated = original[..random.Next(1, original.Length + 1)];
            for (var change = random.Next(4); change > 0; change--)
                mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            var answer = await http.PostAsync(RawHttpClient.Check, mutated);
            Assert.Contains(answer.GrpcStatus ?? "none", new[] { "0", "2", "8", "12", "13" }, StringComparer.Ordinal);
        }
    }

    private static byte[] Nested(int depth)
    {
        var value = Value.ForString("x");
        for (var level = 0; level < depth; level++)
            value = Value.ForList(value);
        return new CheckRequest { News = new Struct { Fields = { ["x"] = value } } }.ToByteArray();
    }

    private static async Task SendAsync(int port, byte[] bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(bytes);
            client.Client.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(Stream.Null);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            // The server may also reset the connection.
        }
    }
}
