using System.Runtime.CompilerServices;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Vonage.Pools;

namespace PulumiNumbers.Tests.Carriers.Doubles;

/// <summary>
/// The pool service as its document describes it, in memory, for one pool. Each request asks <see cref="Faults"/> how to go wrong.
/// </summary>
internal sealed class ModelPool : INumberPoolsClient
{
    private readonly Lock _lock = new();

    public HashSet<Msisdn> Content { get; init; } = [];

    /// <summary>Numbers that the account does not own and never will.</summary>
    public HashSet<Msisdn> NotOwned { get; init; } = [];

    /// <summary>Numbers that the pool service learns of only when it has refused them this often.</summary>
    public Dictionary<Msisdn, int> LearnsOfAfter { get; init; } = [];

    /// <summary>Numbers that make a whole request fail validation.</summary>
    public HashSet<Msisdn> Malformed { get; init; } = [];

    /// <summary>Whether a validation error says which numbers it means.</summary>
    public bool NamesMalformed { get; init; }

    public bool Gone { get; set; }

    public Func<string, PoolFault> Faults { get; set; } = _ => PoolFault.None;

    /// <summary>Runs after each add or remove request, with the number of them so far.</summary>
    public Action<int> AfterWrite { get; set; } = _ => { };

    /// <summary>The operations, in order: <c>list</c>, <c>add 50</c>, <c>remove 3</c>, <c>remove one</c>.</summary>
    public List<string> Requests { get; } = [];

    public IEnumerable<string> Writes => Requests.Where(request => request != "list");

    public async IAsyncEnumerable<Msisdn> ListNumbersAsync(PoolAddress address, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        Msisdn[] numbers;
        lock (_lock)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Requests.Add("list");
            Fail(Faults("list"));
            if (Gone)
                throw Some.Error(CarrierErrorKind.NotFound, "not-found");
            numbers = [.. Content];
        }

        foreach (var number in numbers)
            yield return number;
    }

    public Task<BatchOutcome> AddNumbersAsync(PoolAddress address, IReadOnlyList<Msisdn> numbers, CancellationToken cancellationToken) =>
        WriteAsync($"add {numbers.Count}", numbers, Add, cancellationToken);

    public Task<BatchOutcome> RemoveNumbersAsync(PoolAddress address, IReadOnlyList<Msisdn> numbers, CancellationToken cancellationToken) =>
        WriteAsync($"remove {numbers.Count}", numbers, Remove, cancellationToken);

    public async Task RemoveNumberAsync(PoolAddress address, Msisdn number, CancellationToken cancellationToken)
    {
        var outcome = await WriteAsync("remove one", [number], Remove, cancellationToken);
        if (outcome.Failures is [var failure])
            throw Some.Error(failure.Code == NumberPoolsCodes.MissingNumber ? CarrierErrorKind.NotFound : CarrierErrorKind.Unavailable, failure.Code);
    }

    public IAsyncEnumerable<Pool> ListPoolsAsync(string accountId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Pool> CreatePoolAsync(Pool pool, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Pool?> GetPoolAsync(PoolAddress address, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Pool> UpdatePoolAsync(PoolAddress address, PoolPatch patch, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DeletePoolAsync(PoolAddress address, CancellationToken cancellationToken) => throw new NotSupportedException();

    private async Task<BatchOutcome> WriteAsync(
        string request, IReadOnlyList<Msisdn> numbers, Func<Msisdn, NumberFailure?> write, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        lock (_lock)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Requests.Add(request);
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

    private BatchOutcome Write(IReadOnlyList<Msisdn> numbers, Func<Msisdn, NumberFailure?> write, PoolFault fault)
    {
        Assert.InRange(numbers.Count, 1, NumberPoolsLimits.NumbersPerBatch);
        if (fault is not (PoolFault.LostAfterEffect or PoolFault.LostHalfWay or PoolFault.Garbled or PoolFault.SomeNumbersThrottled))
            Fail(fault);
        if (Gone)
            throw Some.Error(CarrierErrorKind.NotFound, "not-found");
        if (numbers.Where(Malformed.Contains).ToList() is { Count: > 0 } malformed)
            throw Refusal(malformed);

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

    private NumberFailure? Add(Msisdn number)
    {
        if (LearnsOfAfter.TryGetValue(number, out var refusals))
            LearnsOfAfter[number] = refusals - 1;
        if (NotOwned.Contains(number) || refusals > 0)
            return new NumberFailure { Number = number, Code = NumberPoolsCodes.MissingNumberSubscription, CarrierMessage = "No such number subscription" };
        Content.Add(number);
        return null;
    }

    private NumberFailure? Remove(Msisdn number) =>
        Content.Remove(number) ? null : new NumberFailure { Number = number, Code = NumberPoolsCodes.MissingNumber };

    private CarrierException Refusal(IReadOnlyList<Msisdn> malformed) => new(CarrierErrorKind.InvalidRequest)
    {
        Carrier = "vonage",
        Operation = "add numbers",
        Code = NumberPoolsCodes.NumberValidation,
        CarrierMessage = "Invalid number",
        InvalidParameters = NamesMalformed ? [.. malformed.Select(number => new InvalidParameter("numbers", $"{number} is invalid"))] : [],
    };

    private static void Fail(PoolFault fault)
    {
        switch (fault)
        {
            case PoolFault.None:
                return;
            case PoolFault.RateLimited:
                throw Some.Error(CarrierErrorKind.RateLimited, NumberPoolsCodes.Throttled, TimeSpan.FromSeconds(7));
            case PoolFault.Unavailable:
                throw Some.Error(CarrierErrorKind.Unavailable);
            case PoolFault.NeverSent:
                throw new CarrierException(CarrierErrorKind.Unavailable) { Carrier = "vonage", Operation = "connect", RequestNotSent = true };
            case PoolFault.LostBeforeEffect or PoolFault.LostAfterEffect or PoolFault.LostHalfWay:
                throw Some.Error(CarrierErrorKind.Timeout);
            case PoolFault.Garbled or PoolFault.SomeNumbersThrottled:
                throw Some.Error(CarrierErrorKind.Unexpected);
            case PoolFault.Unauthenticated:
                throw Some.Error(CarrierErrorKind.Unauthenticated, "unauthorized");
            case PoolFault.Refused:
                throw Some.Error(CarrierErrorKind.InvalidRequest, "invalid-json");
            default:
                throw new ArgumentOutOfRangeException(nameof(fault), fault, null);
        }
    }
}
