using System.Collections.Concurrent;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace PulumiNumbers.Tests.Engine.Fakes;

/// <summary>The carrier behind <see cref="FakeResourceProvider"/>: what exists, what was asked, and what is to go wrong.</summary>
public sealed class FakeCarrier
{
    private int _next;
    private int _cancellations;
    private int _underWay;
    private int _mostUnderWay;

    /// <summary>What exists, by id.</summary>
    public ConcurrentDictionary<string, FakeThing> Things { get; } = new(StringComparer.Ordinal);

    /// <summary>Each call as <c>method name</c>, in the order of their beginnings.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>The handshakes, one for each plugin that an engine started or attached to.</summary>
    public ConcurrentQueue<Pulumirpc.ProviderHandshakeRequest> Handshakes { get; } = [];

    /// <summary>Called with method and resource name before an operation has its effect; throws to fail it.</summary>
    public Func<string, string, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Called with method and resource name after an operation had its effect; reasons make a partial success of it.</summary>
    public Func<string, string, IReadOnlyList<string>> Problems { get; set; } = (_, _) => [];

    /// <summary>Whether the answers ask for a read before the next update.</summary>
    public bool RefreshBeforeUpdate { get; set; }

    /// <summary>The arguments of the last Configure.</summary>
    public Struct? Configuration { get; set; }

    /// <summary>How often Cancel was called.</summary>
    public int Cancellations => _cancellations;

    /// <summary>The most operations that were under way at once.</summary>
    public int MostUnderWay => _mostUnderWay;

    public string NextId() => "id-" + Interlocked.Increment(ref _next).ToString(CultureInfo.InvariantCulture);

    public async Task EnterAsync(string method, string name)
    {
        Calls.Enqueue($"{method} {name}");
        var count = Interlocked.Increment(ref _underWay);
        int most;
        while (count > (most = _mostUnderWay) && Interlocked.CompareExchange(ref _mostUnderWay, count, most) != most)
        {
        }
        await Before(method, name);
    }

    /// <summary>Called when Cancel is.</summary>
    public Action OnCancel { get; set; } = () => { };

    public void Cancelled()
    {
        Interlocked.Increment(ref _cancellations);
        OnCancel();
    }

    public void Leave() => Interlocked.Decrement(ref _underWay);

    public static RpcException Failure(StatusCode status, string message) => new(new Status(status, message));

    public static RpcException Partial(string id, Struct state, Struct inputs, IReadOnlyList<string> reasons) => PulumiNumbers.Rpc.RichStatus.ToException(
        new Status(StatusCode.Unknown, "partial"),
        new ErrorResourceInitFailed { Id = id, Properties = state, Inputs = inputs, Reasons = { reasons } });
}

/// <summary>What the fake provider's carrier holds under one id.</summary>
public sealed class FakeThing
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public Struct Properties { get; set; } = new();
}
