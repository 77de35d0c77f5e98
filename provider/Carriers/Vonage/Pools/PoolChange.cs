using System.Globalization;
using System.Text.RegularExpressions;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>What one request meant for one number.</summary>
internal enum BatchItemStatus
{
    /// <summary>It is as it is to be.</summary>
    Succeeded,

    /// <summary>It failed, and would fail again.</summary>
    Rejected,

    /// <summary>It failed by itself while the request succeeded, and may succeed if it is sent again.</summary>
    Retryable,

    /// <summary>The pool service does not know that the account rents it, perhaps not yet.</summary>
    NotProvisionedYet,

    /// <summary>Only a listing of the pool can tell whether it happened.</summary>
    Indeterminate,

    /// <summary>As <see cref="Indeterminate"/>, but without a failure: the response was not waited for after a cancellation.</summary>
    Cancelled,
}

/// <summary>What one request meant for one number, and why.</summary>
internal sealed record BatchItem(PoolNumber Number, BatchItemStatus Status, NumberFailure? Failure = null);

/// <summary>What one batch came to.</summary>
internal sealed record BatchResult
{
    /// <summary>The status of each number that was sent.</summary>
    public required IReadOnlyList<BatchItem> Items { get; init; }

    /// <summary>A failure that every other batch would meet too.</summary>
    public CarrierException? Stop { get; init; }
}

/// <summary>One direction of change: into the pool or out of it.</summary>
internal abstract class PoolChange(INumberPoolsClient client, PoolAddress pool)
{
    protected INumberPoolsClient Client => client;

    protected PoolAddress Pool => pool;

    /// <summary>Numbers in requests. What is no international number goes alone or among its like, so that its validation fails nothing else.</summary>
    public abstract IEnumerable<IReadOnlyList<PoolNumber>> ToBatches(IReadOnlyList<PoolNumber> numbers);

    /// <summary>Sends one request for at most <see cref="NumberPoolsLimits.NumbersPerBatch"/> numbers.</summary>
    public abstract Task<BatchOutcome> SendAsync(IReadOnlyList<PoolNumber> batch, CancellationToken cancellationToken);

    /// <summary>What the carrier's code for one number means in this direction.</summary>
    public abstract BatchItemStatus Classify(NumberFailure failure);

    /// <summary>Whether a 404 for this batch can only mean that the pool is missing.</summary>
    public abstract bool NotFoundMeansPoolIsMissing(IReadOnlyList<PoolNumber> batch);

    /// <summary>Whether the number is where this direction brings it.</summary>
    public abstract bool IsSatisfied(PoolNumber number, IReadOnlySet<PoolNumber> held);

    /// <summary>Applies the change of one number to the set of those held.</summary>
    public abstract void Apply(PoolNumber number, ISet<PoolNumber> held);

    protected static BatchItemStatus? ClassifyTransient(NumberFailure failure) => failure.Code switch
    {
        NumberPoolsCodes.Throttled or NumberPoolsCodes.InternalError => BatchItemStatus.Retryable,
        null => BatchItemStatus.Indeterminate,
        _ => null,
    };
}

/// <summary>Into the pool.</summary>
internal sealed class PoolAddition(INumberPoolsClient client, PoolAddress pool) : PoolChange(client, pool)
{
    public override IEnumerable<IReadOnlyList<PoolNumber>> ToBatches(IReadOnlyList<PoolNumber> numbers) =>
        numbers.GroupBy(number => number.Msisdn is null).SelectMany(group => group.Chunk(NumberPoolsLimits.NumbersPerBatch));

    public override Task<BatchOutcome> SendAsync(IReadOnlyList<PoolNumber> batch, CancellationToken cancellationToken) =>
        Client.AddNumbersAsync(Pool, batch, cancellationToken);

    public override BatchItemStatus Classify(NumberFailure failure) => failure.Code == NumberPoolsCodes.MissingNumberSubscription
        ? BatchItemStatus.NotProvisionedYet
        : ClassifyTransient(failure) ?? BatchItemStatus.Rejected;

    public override bool NotFoundMeansPoolIsMissing(IReadOnlyList<PoolNumber> batch) => true;

    public override bool IsSatisfied(PoolNumber number, IReadOnlySet<PoolNumber> held) => held.Contains(number);

    public override void Apply(PoolNumber number, ISet<PoolNumber> held) => held.Add(number);
}

/// <summary>Out of the pool: one number through its own address, more as a series.</summary>
internal sealed class PoolRemoval(INumberPoolsClient client, PoolAddress pool) : PoolChange(client, pool)
{
    public override IEnumerable<IReadOnlyList<PoolNumber>> ToBatches(IReadOnlyList<PoolNumber> numbers) =>
        numbers.GroupBy(number => number.Msisdn is null).SelectMany(group => group.Chunk(group.Key ? 1 : NumberPoolsLimits.NumbersPerBatch));

    public override async Task<BatchOutcome> SendAsync(IReadOnlyList<PoolNumber> batch, CancellationToken cancellationToken)
    {
        if (batch.Count > 1)
            return await Client.RemoveNumbersAsync(Pool, batch, cancellationToken);

        await Client.RemoveNumberAsync(Pool, batch[0], cancellationToken);
        return new BatchOutcome { Succeeded = batch };
    }

    // A missing number was in the last listing; the next one shows whether it has gone since.
    public override BatchItemStatus Classify(NumberFailure failure) => failure.Code == NumberPoolsCodes.MissingNumber
        ? BatchItemStatus.Indeterminate
        : ClassifyTransient(failure) ?? BatchItemStatus.Rejected;

    /// <summary>Not for a single number, whose address is missing as well when only the number is.</summary>
    public override bool NotFoundMeansPoolIsMissing(IReadOnlyList<PoolNumber> batch) => batch.Count > 1;

    public override bool IsSatisfied(PoolNumber number, IReadOnlySet<PoolNumber> held) => !held.Contains(number);

    public override void Apply(PoolNumber number, ISet<PoolNumber> held) => held.Remove(number);
}

/// <summary>
/// Sends one batch and reads the response per number. A batch that fails validation as a whole is split until the numbers
/// that fail it stand alone, so that one bad number does not cost forty-nine good ones.
/// </summary>
internal sealed partial class BatchSender(PoolChange change)
{
    public async Task<BatchResult> SendAsync(IReadOnlyList<PoolNumber> batch, CancellationToken cancellationToken)
    {
        try
        {
            return Read(batch, await change.SendAsync(batch, cancellationToken));
        }
        catch (CarrierException exception) when (exception.Kind == CarrierErrorKind.InvalidRequest)
        {
            return await SplitAsync(batch, exception, cancellationToken);
        }
        catch (CarrierException exception) when (exception.Kind == CarrierErrorKind.Cancelled)
        {
            return new BatchResult { Items = exception.IsIndeterminate ? Cancelled(batch) : [] };
        }
        catch (CarrierException exception)
        {
            return Classify(batch, exception);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new BatchResult { Items = Cancelled(batch) };
        }
    }

    private BatchResult Read(IReadOnlyList<PoolNumber> batch, BatchOutcome outcome)
    {
        var failures = outcome.Failures.ToLookup(failure => failure.Number);
        var succeeded = outcome.Succeeded.ToHashSet();
        return new BatchResult
        {
            Items =
            [
                .. batch.Select(number =>
                    failures[number].FirstOrDefault() is { } failure ? new BatchItem(number, change.Classify(failure), failure)
                    : succeeded.Contains(number) ? new BatchItem(number, BatchItemStatus.Succeeded)
                    : Unmentioned(number)),
            ],
        };
    }

    /// <summary>A request that was not carried out has been repeated by the transport as often as the configuration allows: the run ends.</summary>
    private BatchResult Classify(IReadOnlyList<PoolNumber> batch, CarrierException exception)
    {
        var mayBeOfOneNumber = exception.Kind == CarrierErrorKind.NotFound && !change.NotFoundMeansPoolIsMissing(batch);
        return exception.IsIndeterminate || mayBeOfOneNumber
            ? new BatchResult { Items = All(batch, BatchItemStatus.Indeterminate, exception) }
            : new BatchResult { Items = [], Stop = exception };
    }

    private async Task<BatchResult> SplitAsync(IReadOnlyList<PoolNumber> batch, CarrierException rejection, CancellationToken cancellationToken)
    {
        var named = NamedIn(rejection, batch);
        if (named.Count == 0 && (batch.Count == 1 || !IsAboutContent(rejection)))
            return new BatchResult { Items = All(batch, BatchItemStatus.Rejected, rejection) };

        if (named.Count > 0)
        {
            var bad = new BatchResult { Items = All([.. named], BatchItemStatus.Rejected, rejection) };
            PoolNumber[] good = [.. batch.Where(number => !named.Contains(number))];
            return good.Length == 0 ? bad : Join(bad, await SendAsync(good, cancellationToken));
        }

        var middle = batch.Count / 2;
        var first = await SendAsync([.. batch.Take(middle)], cancellationToken);
        return first.Stop is null
            ? Join(first, await SendAsync([.. batch.Skip(middle)], cancellationToken))
            : first;
    }

    /// <summary>The numbers that a validation error is about: Vonage names them by index (<c>numbers[3]</c>) or by their digits.</summary>
    private static HashSet<PoolNumber> NamedIn(CarrierException rejection, IReadOnlyList<PoolNumber> batch)
    {
        var byDigits = batch.ToLookup(number => number.Digits, StringComparer.Ordinal);
        var named = new HashSet<PoolNumber>();
        foreach (var parameter in rejection.InvalidParameters)
        {
            if (Index().Match(parameter.Name) is { Success: true } index
                && int.TryParse(index.Groups["position"].ValueSpan, CultureInfo.InvariantCulture, out var position) && position < batch.Count)
                named.Add(batch[position]);

            foreach (Match digits in Digits().Matches($"{parameter.Name} {parameter.Reason}"))
                named.UnionWith(byDigits[digits.Value]);
        }

        return named;
    }

    private static bool IsAboutContent(CarrierException rejection) =>
        rejection.Code is NumberPoolsCodes.Validation or NumberPoolsCodes.NumberValidation || rejection.InvalidParameters.Count > 0;

    private static BatchResult Join(BatchResult first, BatchResult second) => new()
    {
        Items = [.. first.Items, .. second.Items],
        Stop = first.Stop ?? second.Stop,
    };

    private static IReadOnlyList<BatchItem> Cancelled(IReadOnlyList<PoolNumber> batch) =>
        [.. batch.Select(number => new BatchItem(number, BatchItemStatus.Cancelled))];

    private static BatchItem Unmentioned(PoolNumber number) => new(
        number, BatchItemStatus.Indeterminate, new NumberFailure { Number = number, CarrierMessage = "the carrier's response does not mention it" });

    private static IReadOnlyList<BatchItem> All(IReadOnlyList<PoolNumber> batch, BatchItemStatus status, CarrierException exception) =>
    [
        .. batch.Select(number => new BatchItem(number, status, new NumberFailure
        {
            Number = number,
            Code = exception.Code,
            CarrierMessage = exception.CarrierMessage ?? exception.Kind.Describe(),
            TraceId = exception.TraceId,
        })),
    ];

    [GeneratedRegex(@"^numbers(\[|\.|/)(?<position>\d{1,4})\]?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Index();

    // Shorter ones are the limits that the reason itself names.
    [GeneratedRegex(@"\d{3,16}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
