namespace PulumiNumbers.Tests.Carriers.Doubles;

/// <summary>A body that begins and never goes on.</summary>
internal sealed class StalledStream(TaskCompletionSource reached) : MemoryStream
{
    private readonly TaskCompletionSource<int> _never = new();
    private bool _begun;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_begun)
        {
            _begun = true;
            buffer.Span[0] = (byte)'{';
            return 1;
        }

        reached.TrySetResult();
        return await _never.Task.WaitAsync(cancellationToken);
    }
}
