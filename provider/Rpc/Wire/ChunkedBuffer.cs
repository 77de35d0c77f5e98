using System.Buffers;

namespace PulumiNumbers.Rpc.Wire;

/// <summary>
/// Bytes in rented chunks. It grows without copying and only as bytes arrive, so that a length prefix that lies costs nothing.
/// </summary>
internal sealed class ChunkedBuffer : IBufferWriter<byte>, IDisposable
{
    private const int FirstChunk = 16 * 1024;
    private const int LargestChunk = 1024 * 1024;

    private readonly List<(byte[] Bytes, int Length)> _full = [];
    private byte[] _current = [];
    private int _used;

    public long Length { get; private set; }

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _current.Length - _used);
        _used += count;
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_current.Length - _used < int.Max(sizeHint, 1))
            Grow(sizeHint);
        return _current.AsMemory(_used);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Append(in ReadOnlySequence<byte> bytes)
    {
        foreach (var segment in bytes)
            this.Write(segment.Span);
    }

    public ReadOnlySequence<byte> AsSequence()
    {
        if (_full.Count == 0)
            return new ReadOnlySequence<byte>(_current, 0, _used);

        var first = new ChunkSegment(_full[0].Bytes.AsMemory(0, _full[0].Length), previous: null);
        var last = first;
        foreach (var (bytes, length) in _full.Skip(1))
            last = new ChunkSegment(bytes.AsMemory(0, length), last);
        last = new ChunkSegment(_current.AsMemory(0, _used), last);
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    public void Dispose()
    {
        foreach (var (bytes, _) in _full)
            ArrayPool<byte>.Shared.Return(bytes);
        _full.Clear();
        if (_current.Length > 0)
            ArrayPool<byte>.Shared.Return(_current);
        _current = [];
        _used = 0;
        Length = 0;
    }

    private void Grow(int sizeHint)
    {
        var next = _current.Length == 0 ? FirstChunk : int.Min(_current.Length * 2, LargestChunk);
        if (_used > 0)
            _full.Add((_current, _used));
        else if (_current.Length > 0)
            ArrayPool<byte>.Shared.Return(_current);
        _current = ArrayPool<byte>.Shared.Rent(int.Max(next, sizeHint));
        _used = 0;
    }
}
