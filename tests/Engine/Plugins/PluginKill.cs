using Grpc.Core;

namespace PulumiNumbers.Engine.Plugins;

/// <summary>Ends a plugin with SIGKILL between a call and its answer, as a crash or an impatient user does. A plugin that the engine did not start is cut off instead.</summary>
/// <param name="operation">The call: Check, Diff, Create, Read, Update, Delete, Invoke or Configure. Previews do not count.</param>
/// <param name="nth">Which of those calls, from 1.</param>
public sealed class PluginKill(string operation, int nth = 1)
{
    private int _calls;
    private int _done;

    /// <summary>Only calls for the resource of that name count; null: all.</summary>
    public string? Resource { get; init; }

    /// <summary>
    /// Ends when the time for it has come, while the plugin works on the call: a carrier has got a request, for example. Null: the plugin has answered, and the
    /// answer is lost.
    /// </summary>
    public Func<CancellationToken, Task>? When { get; init; }

    /// <summary>Whether it has been done.</summary>
    public bool Done => Volatile.Read(ref _done) == 1;

    internal bool IsDue(string call, string resource) =>
        string.Equals(call, operation, StringComparison.Ordinal)
        && (Resource is null || string.Equals(Resource, resource, StringComparison.Ordinal))
        && Interlocked.Increment(ref _calls) == nth;

    internal async Task<T> RunAsync<T>(Func<AsyncUnaryCall<T>> call, Action kill)
    {
        var answer = call().ResponseAsync;
        if (When is { } when)
        {
            using var over = new CancellationTokenSource();
            var moment = when(over.Token);
            if (await Task.WhenAny(moment, answer) == answer)
            {
                await over.CancelAsync();
                return await answer;
            }

            await moment;
        }
        else
        {
            await answer;
        }

        Volatile.Write(ref _done, 1);
        kill();
        _ = answer.ContinueWith(static lost => lost.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        throw new RpcException(new Status(StatusCode.Unavailable, "the plugin was killed before it answered"));
    }
}
