namespace PulumiNumbers.Tests.Carriers.Doubles;

/// <summary>A body without end.</summary>
internal sealed class EndlessStream(Action<int> onRead) : MemoryStream
{
    public override bool CanSeek => false;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        buffer.Span.Fill((byte)' ');
        onRead(buffer.Length);
        return ValueTask.FromResult(buffer.Length);
    }
}
