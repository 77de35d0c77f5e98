using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PulumiNumbers.Tests.Rpc;

/// <summary>
/// An HTTP/2 client that opens the window of each stream at the moment in which its response ends: each stream starts with a window of
/// 0, then gets exactly the size of the response, some frames that the server ignores, and one byte more.
/// </summary>
internal sealed class WindowEdgeClient : IDisposable
{
    private const int Batch = 40;
    private const int MaxIgnoredFrames = 80;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly MemoryStream _output = new();
    private readonly byte[] _header = new byte[9];
    private readonly byte[] _payload = new byte[1 << 14];
    private readonly Random _random = new();
    private readonly int _responseBytes;
    private int _nextStream = 1;

    private WindowEdgeClient(int responseBytes) => _responseBytes = responseBytes;

    private enum Type : byte
    {
        Data = 0,
        Headers = 1,
        Priority = 2,
        Settings = 4,
        GoAway = 7,
        WindowUpdate = 8,
    }

    public static async Task<WindowEdgeClient> ConnectAsync(int port, int responseBytes)
    {
        var client = new WindowEdgeClient(responseBytes);
        await client._socket.ConnectAsync(IPAddress.Loopback, port);
        client._output.Write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8);
        client.Write(Type.Settings, 0, 0, [0, 4, 0, 0, 0, 0]); // SETTINGS_INITIAL_WINDOW_SIZE = 0
        client.WriteWindowUpdate(0, int.MaxValue - 65535);
        return client;
    }

    /// <summary>Makes unary calls with an empty message and counts the responses, up to the first call without one.</summary>
    public async Task<int> CallAsync(string path, int calls)
    {
        var headers = Encode((":method", "POST"), (":scheme", "http"), (":path", path), (":authority", "x"), ("content-type", "application/grpc"), ("te", "trailers"));
        var answered = 0;
        while (answered < calls)
        {
            var open = new HashSet<int>();
            for (var call = 0; call < Batch; call++, _nextStream += 2)
            {
                open.Add(_nextStream);
                Write(Type.Headers, 4, _nextStream, headers);
                Write(Type.Data, 1, _nextStream, [0, 0, 0, 0, 0]);
            }

            await FlushAsync();
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                await ReceiveAsync(open, patience.Token);
            }
            catch (OperationCanceledException)
            {
                return answered + Batch - open.Count;
            }

            answered += Batch;
        }

        return answered;
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Reads until every stream has ended; those that have remain out of the set.</summary>
    private async Task ReceiveAsync(HashSet<int> open, CancellationToken cancellationToken)
    {
        var started = new List<int>();
        while (open.Count > 0)
        {
            var (type, flags, stream) = await ReadAsync(cancellationToken);
            switch (type)
            {
                case Type.GoAway:
                    throw new IOException("The server closes the connection.");
                case Type.Settings when (flags & 1) == 0:
                    Write(Type.Settings, 1, 0, []);
                    await FlushAsync();
                    break;
                case Type.Headers when (flags & 1) != 0:
                    open.Remove(stream);
                    break;
                case Type.Headers:
                    started.Add(stream);
                    if (started.Count == Batch)
                        await OpenWindowsAsync(started);
                    break;
            }
        }
    }

    private async Task OpenWindowsAsync(List<int> streams)
    {
        foreach (var stream in streams)
        {
            WriteWindowUpdate(stream, _responseBytes);
            for (var ignored = _random.Next(MaxIgnoredFrames + 1); ignored > 0; ignored--)
                Write(Type.Priority, 0, stream, [0, 0, 0, 0, 15]);
            WriteWindowUpdate(stream, 1);
        }

        await FlushAsync();
    }

    private void Write(Type type, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        Span<byte> header = stackalloc byte[9];
        BinaryPrimitives.WriteInt32BigEndian(header, payload.Length << 8);
        header[3] = (byte)type;
        header[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(header[5..], stream);
        _output.Write(header);
        _output.Write(payload);
    }

    private void WriteWindowUpdate(int stream, int bytes)
    {
        Span<byte> increment = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(increment, bytes);
        Write(Type.WindowUpdate, 0, stream, increment);
    }

    private async Task FlushAsync()
    {
        await _socket.SendAsync(_output.GetBuffer().AsMemory(0, (int)_output.Length));
        _output.SetLength(0);
    }

    private async Task<(Type Type, byte Flags, int Stream)> ReadAsync(CancellationToken cancellationToken)
    {
        await FillAsync(_header, cancellationToken);
        var length = (_header[0] << 16) | (_header[1] << 8) | _header[2];
        await FillAsync(_payload.AsMemory(0, length), cancellationToken);
        return ((Type)_header[3], _header[4], BinaryPrimitives.ReadInt32BigEndian(_header.AsSpan(5)));
    }

    private async Task FillAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (buffer.Length > 0)
        {
            var received = await _socket.ReceiveAsync(buffer, cancellationToken);
            buffer = received > 0 ? buffer[received..] : throw new EndOfStreamException();
        }
    }

    /// <summary>HPACK: literals without indexing.</summary>
    private static byte[] Encode(params IEnumerable<(string Name, string Value)> fields) =>
        [.. fields.SelectMany(field => (byte[])[0x10, (byte)field.Name.Length, .. Encoding.ASCII.GetBytes(field.Name), (byte)field.Value.Length, .. Encoding.ASCII.GetBytes(field.Value)])];
}
