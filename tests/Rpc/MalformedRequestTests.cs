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
    private static readonly byte[] Valid = RawHttp.Frame(new CheckRequest { Name = "pool" }.ToByteArray());

    public static TheoryData<string, byte[], string> Bodies => new()
    {
        { "no message", [], "13" },
        { "a part of the header", [0, 0, 0], "13" },
        { "a header without its message", RawHttp.Frame([], length: 10), "13" },
        { "less than the header says", RawHttp.Frame([1, 2, 3], length: 100_000), "13" },
        { "a length that lies about 300 MiB", RawHttp.Frame([1, 2, 3], length: 300 * 1024 * 1024), "13" },
        { "a length beyond the limit", RawHttp.Frame([1, 2, 3], length: uint.MaxValue), "8" },
        { "a compressed message", RawHttp.Frame([1, 2, 3], flag: 1), "12" },
        { "an unknown flag", RawHttp.Frame([1, 2, 3], flag: 2), "13" },
        { "two messages", [.. Valid, .. Valid], "13" },
        { "bytes after the message", [.. Valid, 7], "13" },
        { "a field of no valid type", RawHttp.Frame([0x0F]), "3" },
        { "a string cut off", RawHttp.Frame([0x0A, 0x7F, 0x41]), "3" },
        { "text that is not UTF-8", RawHttp.Frame([0x0A, 0x02, 0xFF, 0xFE]), "0" },
        { "a varint without end", RawHttp.Frame([.. Enumerable.Repeat((byte)0xFF, 20)]), "3" },
        { "nesting beyond the parser's limit", RawHttp.Frame(Nested(400)), "3" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_malformed_body_gets_a_true_status_and_leaves_the_server_serving(string what, byte[] body, string status)
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());
        using var http = new RawHttp(pair.Server.Port);

        var answer = await http.PostAsync(RawHttp.Check, body);

        Assert.True(answer.GrpcStatus == status, $"{what}: {answer.GrpcStatus} {answer.GrpcMessage}");
        Assert.Equal("1.2.3", (await pair.Client.GetPluginInfoAsync(new Empty())).Version);
    }

    [Theory]
    [InlineData("/pulumirpc.ResourceProvider/Nothing")]
    [InlineData("/pulumirpc.Nobody/Check")]
    [InlineData("/pulumirpc.ResourceProvider/check")]
    [InlineData("/")]
    [InlineData("/%2e%2e/x?y=%ff")]
    public async Task An_unknown_method_is_unimplemented(string path)
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());
        using var http = new RawHttp(pair.Server.Port);

        Assert.Equal("12", (await http.PostAsync(path, Valid)).GrpcStatus);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/grpc-web")]
    [InlineData("application/grpcx")]
    public async Task Another_content_type_is_refused(string contentType)
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());
        using var http = new RawHttp(pair.Server.Port);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await http.PostAsync(RawHttp.Check, Valid, contentType)).Http);
    }

    [Theory]
    [InlineData("application/grpc")]
    [InlineData("application/grpc+proto")]
    [InlineData("application/grpc;charset=utf-8")]
    public async Task Every_spelling_of_the_content_type_is_served(string contentType)
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());
        using var http = new RawHttp(pair.Server.Port);

        Assert.Equal("0", (await http.PostAsync(RawHttp.Check, Valid, contentType)).GrpcStatus);
    }

    [Fact]
    public async Task Only_POST_is_allowed()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());
        using var http = new RawHttp(pair.Server.Port);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://127.0.0.1:{pair.Server.Port}{RawHttp.Check}"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.SendAsync(request)).Http);
    }

    [Theory]
    [InlineData("grpc-encoding", "gzip", "12")]
    [InlineData("grpc-encoding", "identity", "0")]
    [InlineData("grpc-timeout", "soon", "3")]
    [InlineData("grpc-timeout", "-1S", "3")]
    [InlineData("grpc-timeout", "123456789S", "3")]
    [InlineData("grpc-timeout", "99999999H", "0")]
    [InlineData("x-data-bin", "not base64!", "0")]
    [InlineData("x!odd", "y", "0")]
    public async Task A_header_is_judged_by_what_gRPC_says_of_it(string name, string value, string status)
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider
        {
            OnCheck = (_, context) =>
            {
                context.ResponseTrailers.Add("x-seen", $"{context.RequestHeaders.Count}");
                return Task.FromResult(new CheckResponse());
            },
        });
        using var http = new RawHttp(pair.Server.Port);

        Assert.Equal(status, (await http.PostAsync(RawHttp.Check, Valid, headers: (name, value))).GrpcStatus);
    }

    [Fact]
    public async Task What_is_not_HTTP2_at_all_leaves_the_server_serving()
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
    public async Task Mutated_messages_always_get_a_status()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider(), new GrpcServerOptions { MaxMessageBytes = 1 << 20 });
        using var http = new RawHttp(pair.Server.Port);
        var random = new Random(20_260_802);
        var properties = new Struct { Fields = { ["numbers"] = Value.ForList(Value.ForString("447700900000"), Value.ForNumber(1)) } };
        var original = RawHttp.Frame(new CheckRequest { Urn = "urn:pulumi:dev::shop::x", News = properties }.ToByteArray());

        for (var round = 0; round < 1000; round++)
        {
            var mutated = original[..random.Next(1, original.Length + 1)];
            for (var change = random.Next(4); change > 0; change--)
                mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            var answer = await http.PostAsync(RawHttp.Check, mutated);
            Assert.Contains(answer.GrpcStatus ?? "none", new[] { "0", "3", "8", "12", "13" }, StringComparer.Ordinal);
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
            // The server may also slam the door.
        }
    }
}
