using System.Collections.Concurrent;
using Grpc.Core;
using PulumiNumbers.Rpc;
using Pulumirpc;

namespace PulumiNumbers.Tests.Hardening.Soak;

/// <summary>Counts what was asked of the plugin and how it ended.</summary>
internal sealed class Tally
{
    /// <summary>Longer than any operation may take, and shorter than a hang.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly ConcurrentDictionary<string, int> _operations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<StatusCode, int> _errors = [];
    private readonly ConcurrentQueue<string> _defects = [];

    /// <summary>How many operations there were, by name.</summary>
    public IReadOnlyDictionary<string, int> Operations => _operations;

    /// <summary>How many operations there were.</summary>
    public int Count => _operations.Values.Sum();

    /// <summary>How many ended in an error that says what it means, by status.</summary>
    public IReadOnlyDictionary<StatusCode, int> Errors => _errors;

    /// <summary>Those that ended in any other way.</summary>
    public IReadOnlyCollection<string> Defects => _defects;

    /// <summary>Runs an operation; its answer, or the error that it ended in.</summary>
    public async Task<Ending<T>> RunAsync<T>(string operation, Task<T> call)
        where T : class
    {
        _operations.AddOrUpdate(operation, 1, (_, count) => count + 1);
        try
        {
            return new Ending<T>(await call.WaitAsync(Patience), Error: null);
        }
        catch (RpcException error)
        {
            if (!IsTyped(error))
                _defects.Enqueue($"{operation}: {error.Status}");
            _errors.AddOrUpdate(error.StatusCode, 1, (_, count) => count + 1);
            return new Ending<T>(Answer: null, error);
        }
        catch (TimeoutException)
        {
            _defects.Enqueue($"{operation}: no end within {Patience.TotalSeconds} s");
            return new Ending<T>(Answer: null, new RpcException(new Status(StatusCode.Unknown, "no end")));
        }
    }

    private static bool IsTyped(RpcException error) =>
        error.TryGetDetail<ErrorResourceInitFailed>(out _) || error.StatusCode is not (StatusCode.Unknown or StatusCode.Internal or StatusCode.Cancelled);
}
