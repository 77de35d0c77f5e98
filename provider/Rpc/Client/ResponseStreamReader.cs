using Grpc.Core;

namespace PulumiNumbers.Rpc.Client;

/// <summary>Reads the responses of a server-streaming call.</summary>
internal sealed class ResponseStreamReader<T>(Func<Task<T?>> readNext, Action cancel) : IAsyncStreamReader<T>
    where T : class
{
    public T Current { get => field ?? throw new InvalidOperationException("There is no current message."); private set; }

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(static action => ((Action)action!)(), cancel);
        var next = await readNext();
        Current = next!;
        return next is not null;
    }
}
