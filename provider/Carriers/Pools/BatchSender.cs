using PulumiNumbers.Carriers.Vonage.Pools;

namespace PulumiNumbers.Carriers.Pools;

/// <summary>
/// Sends one batch and reads the answer per number. A batch that fails validation as a whole is taken apart until the numbers
/// that fail it stand alone, so that one bad number does not cost forty-nine good ones.
/// </summary>
internal sealed class BatchSender(IPoolChange change)
{
    public async Task<BatchResult> SendAsync(IReadOnlyList<Msisdn> batch, CancellationToken cancellationToken)
    {
        try
        {
            return Read(batch, await change.SendAsync(batch, cancellationToken));
        }
        catch (CarrierException exception) when (exception.Kind == CarrierErrorKind.InvalidRequest)
        {
            return await TakeApartAsync(batch, exception, cancellationToken);
        }
        catch (CarrierException exception)
        {
            return Judge(batch, exception);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new BatchResult { Fates = [.. batch.Select(number => new NumberFate(number, Fate.Abandoned))] };
        }
    }

    private BatchResult Read(IReadOnlyList<Msisdn> batch, BatchOutcome outcome)
    {
        var failures = outcome.Failures.ToLookup(failure => failure.Number);
        var succeeded = outcome.Succeeded.ToHashSet();
        return new BatchResult
        {
            Fates =
            [
                .. batch.Select(number =>
                    failures[number].FirstOrDefault() is { } failure ? new NumberFate(number, change.Judge(failure), failure)
                    : succeeded.Contains(number) ? new NumberFate(number, Fate.Done)
                    : Unmentioned(number)),
            ],
        };
    }

    private BatchResult Judge(IReadOnlyList<Msisdn> batch, CarrierException exception)
    {
        if (exception.IsIndeterminate || (exception.Kind == CarrierErrorKind.NotFound && !change.NotFoundMeansPoolGone(batch)))
            return new BatchResult { Fates = All(batch, Fate.Unsettled, exception), RetryAfter = exception.RetryAfter };
        if (exception.Kind.IsTransient())
            return new BatchResult { Fates = All(batch, Fate.MayPass, exception), RetryAfter = exception.RetryAfter };
        return new BatchResult { Fates = [], Stop = exception };
    }

    private async Task<BatchResult> TakeApartAsync(IReadOnlyList<Msisdn> batch, CarrierException refusal, CancellationToken cancellationToken)
    {
        var named = InvalidNumbers.NamedIn(refusal, batch);
        if (named.Count == 0 && (batch.Count == 1 || !IsAboutContent(refusal)))
            return new BatchResult { Fates = All(batch, Fate.Refused, refusal) };

        if (named.Count > 0)
        {
            var bad = new BatchResult { Fates = All([.. named], Fate.Refused, refusal) };
            Msisdn[] good = [.. batch.Where(number => !named.Contains(number))];
            return good.Length == 0 ? bad : Join(bad, await SendAsync(good, cancellationToken));
        }

        var middle = batch.Count / 2;
        var first = await SendAsync([.. batch.Take(middle)], cancellationToken);
        return first.Stop is null
            ? Join(first, await SendAsync([.. batch.Skip(middle)], cancellationToken))
            : first;
    }

    private static bool IsAboutContent(CarrierException refusal) =>
        refusal.Code is NumberPoolsCodes.Validation or NumberPoolsCodes.NumberValidation || refusal.InvalidParameters.Count > 0;

    private static BatchResult Join(BatchResult first, BatchResult second) => new()
    {
        Fates = [.. first.Fates, .. second.Fates],
        Stop = first.Stop ?? second.Stop,
        RetryAfter = first.RetryAfter > second.RetryAfter ? first.RetryAfter : second.RetryAfter ?? first.RetryAfter,
    };

    private static NumberFate Unmentioned(Msisdn number) =>
        new(number, Fate.Unsettled, new NumberFailure { Number = number, CarrierMessage = "the carrier's answer does not mention it" });

    private static IReadOnlyList<NumberFate> All(IReadOnlyList<Msisdn> batch, Fate fate, CarrierException exception) =>
    [
        .. batch.Select(number => new NumberFate(number, fate, new NumberFailure
        {
            Number = number,
            Code = exception.Code,
            CarrierMessage = exception.CarrierMessage ?? exception.Kind.Describe(),
            TraceId = exception.TraceId,
        })),
    ];
}
