using System.Globalization;
using System.Runtime.CompilerServices;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.PortSip;

namespace PulumiNumbers.Tests.Carriers.PortSip;

/// <summary>How one request to the PBX model goes wrong.</summary>
internal enum PbxFault
{
    None,
    Rejected,
    NotSent,
    LostBeforeEffect,
    LostAfterEffect,
    Malformed,
    Unavailable,
}

/// <summary>The exclusive numbers of a PBX in memory, with listings that lag behind.</summary>
internal sealed class PbxModel(TimeProvider clock) : IExclusiveNumbersClient
{
    private readonly List<(ExclusiveNumberInfo Number, DateTimeOffset Since)> _numbers = [];

    public string AccountId => "pbx.example.com:8887/pbx.example.com/operator";

    public TimeSpan Lag { get; set; }

    /// <summary>Whether the PBX refuses a second number of the same digits.</summary>
    public bool IsUnique { get; set; } = true;

    public Func<string, PbxFault> Faults { get; set; } = _ => PbxFault.None;

    /// <summary>Runs before a request is looked at, with the request: <c>list</c> or <c>create</c>.</summary>
    public Action<string> BeforeRequest { get; set; } = _ => { };

    public List<string> Requests { get; } = [];

    /// <summary>The ids that requests of ours created.</summary>
    public List<string> CreatedByUs { get; } = [];

    public ExclusiveNumberInfo Put(ExclusiveNumberSettings settings, DateTimeOffset since)
    {
        var number = new ExclusiveNumberInfo
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"id-{_numbers.Count}"),
            Number = settings.Number,
            Enabled = settings.Enabled,
            Description = settings.Description,
        };
        _numbers.Add((number, since));
        return number;
    }

    public async IAsyncEnumerable<ExclusiveNumberInfo> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        Begin("list");
        Fail(Faults("list"));
        var horizon = clock.GetUtcNow() - Lag;
        foreach (var (number, since) in _numbers.ToList())
        {
            if (since <= horizon)
                yield return number;
        }
    }

    public async Task<string> CreateAsync(ExclusiveNumberSettings settings, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        Begin("create");
        var fault = Faults("create");
        if (fault is not (PbxFault.LostAfterEffect or PbxFault.Malformed))
            Fail(fault);
        if (IsUnique && _numbers.Exists(entry => entry.Number.Number == settings.Number))
        {
            Fail(fault);
            throw new CarrierException(CarrierErrorKind.Conflict) { Carrier = "portsip", Operation = "create", HttpStatus = 400 };
        }

        var id = Put(settings, clock.GetUtcNow()).Id;
        CreatedByUs.Add(id);
        Fail(fault);
        return id;
    }

    public Task<ExclusiveNumberInfo?> GetAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task UpdateAsync(string id, ExclusiveNumberSettings settings, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<CallQueue>> ListQueuesAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<QueueAgent>> ListAgentsAsync(string id, string queueId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetAgentsAsync(string id, string queueId, IReadOnlyCollection<string> extensions, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task RemoveAgentsAsync(string id, string queueId, CancellationToken cancellationToken) => throw new NotSupportedException();

    private void Begin(string request)
    {
        Requests.Add(request);
        BeforeRequest(request);
    }

    private static void Fail(PbxFault fault)
    {
        CarrierErrorKind? kind = fault switch
        {
            PbxFault.Rejected => CarrierErrorKind.InvalidRequest,
            PbxFault.LostBeforeEffect or PbxFault.LostAfterEffect => CarrierErrorKind.Ambiguous,
            PbxFault.Malformed => CarrierErrorKind.Unexpected,
            PbxFault.Unavailable or PbxFault.NotSent => CarrierErrorKind.Unavailable,
            _ => null,
        };
        if (kind is { } failed)
            throw new CarrierException(failed) { Carrier = "portsip", Operation = "do this", RequestNotSent = fault == PbxFault.NotSent };
    }
}
