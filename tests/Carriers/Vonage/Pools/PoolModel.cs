using System.Globalization;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Vonage.Pools;

namespace PulumiNumbers.Tests.Carriers.Vonage.Pools;

/// <summary>How one request to the pool model goes wrong.</summary>
internal enum PoolFault
{
    None,
    RateLimited,
    Unavailable,
    NotSent,
    LostBeforeEffect,
    LostAfterEffect,
    LostHalfWay,
    Malformed,
    SomeNumbersThrottled,
    Unauthenticated,
    Rejected,
}

/// <summary>
/// The pool service as its document describes it, in memory, for one pool. Each request asks <see cref="Faults"/> how it goes wrong.
/// </summary>
internal sealed class PoolModel : INumberPoolsClient
{
    private readonly Lock _lock = new();
    private readonly List<(DateTimeOffset Time, HashSet<PoolNumber> Content)> _history = [];

    public string AccountId => PoolTestData.Address.AccountId;

    public HashSet<PoolNumber> Content { get; init; } = [];

    /// <summary>Numbers that the account does not rent and never will.</summary>
    public HashSet<PoolNumber> NotOwned { get; init; } = [];

    /// <summary>Numbers that the pool service accepts only after it has refused them this often.</summary>
    public Dictionary<PoolNumber, int> RefusalsBeforeAccepted { get; init; } = [];

    /// <summary>Numbers that make a whole request fail validation.</summary>
    public HashSet<PoolNumber> Invalid { get; init; } = [];

    /// <summary>Whether a validation error says which numbers it means.</summary>
    public bool NamesInvalid { get; init; }

    public bool IsMissing { get; set; }

    /// <summary>The pool's rules; null where it does not exist yet.</summary>
    public Pool? Settings { get; set; }

    /// <summary>How long reads show what was before a write, on <see cref="Clock"/>.</summary>
    public TimeSpan Lag { get; set; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public Func<string, PoolFault> Faults { get; set; } = _ => PoolFault.None;

    /// <summary>Runs after each add or remove request, with the number of them so far.</summary>
    public Action<int> AfterWrite { get; set; } = _ => { };

    /// <summary>Runs before each request is looked at, with the request.</summary>
    public Action<string> BeforeRequest { get; set; } = _ => { };

    /// <summary>The operations, in order: <c>list</c>, <c>add 50</c>, <c>remove 3</c>, <c>remove one</c>, <c>get</c>, <c>create</c>.</summary>
    public List<string> Requests { get; } = [];

    public IEnumerable<string> Writes => Requests.Where(request => request.StartsWith("add", StringComparison.Ordinal) || request.StartsWith("remove", StringComparison.Ordinal));

    /// <summary>The numbers that each add or remove request carried.</summary>
    public List<(string Request, IReadOnlyList<PoolNumber> Numbers)> Sent { get; } = [];

    public async Task<IReadOnlySet<PoolNumber>> ListNumbersAsync(PoolAddress address, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        lock (_lock)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Begin("list");
            Fail(Faults("list"));
            if (IsMissing)
                throw PoolTestData.Error(CarrierErrorKind.NotFound, NumberPoolsCodes.NotFound);
            return Visible();
        }
    }

    public Task<BatchOutcome> AddNumbersAsync(PoolAddress address, IReadOnlyList<PoolNumber> numbers, CancellationToken cancellationToken) =>
        WriteAsync($"add {numbers.Count}", numbers, Add, cancellationToken);

    public Task<BatchOutcome> RemoveNumbersAsync(PoolAddress address, IReadOnlyList<PoolNumber> numbers, CancellationToken cancellationToken) =>
        WriteAsync($"remove {numbers.Count}", numbers, Remove, cancellationToken);

    public async Task RemoveNumberAsync(PoolAddress address, PoolNumber number, CancellationToken cancellationToken)
    {
        var outcome = await WriteAsync("remove one", [number], Remove, cancellationToken);
        if (outcome.Failures is [var failure])
            throw PoolTestData.Error(failure.Code == NumberPoolsCodes.MissingNumber ? CarrierErrorKind.NotFound : CarrierErrorKind.Unavailable, failure.Code);
    }

    public async IAsyncEnumerable<Pool> ListPoolsAsync(string accountId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await GetPoolAsync(PoolTestData.Address, cancellationToken) is { } pool)
            yield return pool;
    }

    public async Task<Pool> CreatePoolAsync(Pool pool, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        lock (_lock)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Begin("create");
            var fault = Faults("create");
            if (fault is not (PoolFault.LostAfterEffect or PoolFault.Malformed))
                Fail(fault);
            if (Settings is not null)
                throw PoolTestData.Error(CarrierErrorKind.Conflict, "pool-id-exists");
            Settings = pool;
            CreatedAt = Clock.GetUtcNow();
            Fail(fault);
            return pool;
        }
    }

    /// <summary>When the pool was created through the API.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    public async Task<Pool?> GetPoolAsync(PoolAddress address, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        lock (_lock)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Begin("get");
            Fail(Faults("get"));
            return Clock.GetUtcNow() < CreatedAt + Lag ? null : Settings;
        }
    }

    public Task<Pool> UpdatePoolAsync(PoolAddress address, PoolPatch patch, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> DeletePoolAsync(PoolAddress address, CancellationToken cancellationToken) => throw new NotSupportedException();

    private void Begin(string request)
    {
        Requests.Add(request);
        BeforeRequest(request);
    }

    private HashSet<PoolNumber> Visible()
    {
        if (Lag == TimeSpan.Zero)
            return [.. Content];
        var horizon = Clock.GetUtcNow() - Lag;

        // What was before the first write that is not visible yet.
        foreach (var (time, content) in _history)
        {
            if (time > horizon)
                return [.. content];
        }

        return [.. Content];
    }

    private async Task<BatchOutcome> WriteAsync(
        string request, IReadOnlyList<PoolNumber> numbers, Func<PoolNumber, NumberFailure?> write, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        lock (_lock)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Begin(request);
            Sent.Add((request, numbers));
            _history.Add((Clock.GetUtcNow(), [.. Content]));
            try
            {
                return Write(numbers, write, Faults(request));
            }
            finally
            {
                AfterWrite(Writes.Count());
            }
        }
    }

    private BatchOutcome Write(IReadOnlyList<PoolNumber> numbers, Func<PoolNumber, NumberFailure?> write, PoolFault fault)
    {
        Assert.InRange(numbers.Count, 1, NumberPoolsLimits.NumbersPerBatch);
        if (fault is not (PoolFault.LostAfterEffect or PoolFault.LostHalfWay or PoolFault.Malformed or PoolFault.SomeNumbersThrottled))
            Fail(fault);
        if (IsMissing)
            throw PoolTestData.Error(CarrierErrorKind.NotFound, NumberPoolsCodes.NotFound);
        if (numbers.Where(Invalid.Contains).ToList() is { Count: > 0 } invalid)
            throw Rejection(invalid);

        var reached = fault == PoolFault.LostHalfWay ? numbers.Take(numbers.Count / 2) : numbers;
        var failures = reached
            .Select((number, index) => fault == PoolFault.SomeNumbersThrottled && index % 2 == 0
                ? new NumberFailure { Number = number, Code = NumberPoolsCodes.Throttled }
                : write(number))
            .OfType<NumberFailure>()
            .ToList();
        if (fault != PoolFault.SomeNumbersThrottled)
            Fail(fault);
        return new BatchOutcome { Succeeded = [.. numbers.Except(failures.Select(failure => failure.Number))], Failures = failures };
    }

    private NumberFailure? Add(PoolNumber number)
    {
        if (RefusalsBeforeAccepted.TryGetValue(number, out var refusals))
            RefusalsBeforeAccepted[number] = refusals - 1;
        if (NotOwned.Contains(number) || refusals > 0)
            return new NumberFailure { Number = number, Code = NumberPoolsCodes.MissingNumberSubscription, CarrierMessage = "No such number subscription" };
        Content.Add(number);
        return null;
    }

    private NumberFailure? Remove(PoolNumber number) =>
        Content.Remove(number) ? null : new NumberFailure { Number = number, Code = NumberPoolsCodes.MissingNumber };

    private CarrierException Rejection(IReadOnlyList<PoolNumber> invalid) => new(CarrierErrorKind.InvalidRequest)
    {
        Carrier = "vonage",
        Operation = "add numbers",
        Code = NumberPoolsCodes.NumberValidation,
        CarrierMessage = "Invalid number",
        InvalidParameters = NamesInvalid ? [.. invalid.Select(number => new InvalidParameter("numbers", $"{number} is invalid"))] : [],
    };

    private static void Fail(PoolFault fault)
    {
        switch (fault)
        {
            case PoolFault.None:
                return;
            case PoolFault.RateLimited:
                throw PoolTestData.Error(CarrierErrorKind.RateLimited, NumberPoolsCodes.Throttled);
            case PoolFault.Unavailable:
                throw PoolTestData.Error(CarrierErrorKind.Unavailable);
            case PoolFault.NotSent:
                throw new CarrierException(CarrierErrorKind.Unavailable) { Carrier = "vonage", Operation = "connect", RequestNotSent = true };
            case PoolFault.LostBeforeEffect or PoolFault.LostAfterEffect or PoolFault.LostHalfWay:
                throw PoolTestData.Error(CarrierErrorKind.Timeout);
            case PoolFault.Malformed or PoolFault.SomeNumbersThrottled:
                throw PoolTestData.Error(CarrierErrorKind.Unexpected);
            case PoolFault.Unauthenticated:
                throw PoolTestData.Error(CarrierErrorKind.Unauthenticated, "unauthorized");
            case PoolFault.Rejected:
                throw PoolTestData.Error(CarrierErrorKind.InvalidRequest, "invalid-json");
            default:
                throw new ArgumentOutOfRangeException(nameof(fault), fault, null);
        }
    }
}

/// <summary>Every number counts as rented by the account, or only those named.</summary>
internal sealed class OwnedNumbersModel(IReadOnlySet<PoolNumber>? owned = null) : ISubscriptionLookup
{
    public int Lookups { get; private set; }

    public Task<IReadOnlySet<Msisdn>> FindOwnedAsync(IReadOnlyCollection<Msisdn> numbers, CancellationToken cancellationToken)
    {
        Lookups++;
        return Task.FromResult<IReadOnlySet<Msisdn>>(numbers.Where(number => owned?.Contains(number) ?? true).ToHashSet());
    }
}

/// <summary>Pools and numbers for tests. The numbers come from a range that is reserved for fiction, and beyond a thousand from behind it.</summary>
internal static class PoolTestData
{
    public static readonly PoolAddress Address = new("a1b2c3d4", "customers");

    public static PoolNumber Number(int index) => PoolNumber.Parse((447700900000 + index).ToString(CultureInfo.InvariantCulture));

    public static IReadOnlySet<PoolNumber> Range(int first, int count) => Enumerable.Range(first, count).Select(Number).ToHashSet();

    public static IReadOnlySet<PoolNumber> Set(params int[] indexes) => indexes.Select(Number).ToHashSet();

    public static CarrierException Error(CarrierErrorKind kind, string? code = null) => new(kind)
    {
        Carrier = "vonage",
        Operation = "do this",
        Code = code,
        CarrierMessage = "the carrier's message",
        TraceId = "trace-1",
    };
}
