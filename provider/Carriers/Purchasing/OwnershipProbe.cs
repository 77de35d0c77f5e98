using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>What asking the carrier came to.</summary>
/// <param name="IsKnown">Whether the carrier answered.</param>
/// <param name="Number">The number, where the account owns it.</param>
internal sealed record Ownership(bool IsKnown, OwnedNumber? Number)
{
    public static readonly Ownership Unknown = new(IsKnown: false, Number: null);
}

/// <summary>
/// Asks the carrier whether the account owns a number, again and again for a bounded time, because a carrier's list follows its own sales with a
/// delay. It ends early when it sees what was intended.
/// </summary>
internal sealed class OwnershipProbe(INumberCarrier carrier, PurchasingOptions options, TimeProvider time)
{
    /// <summary>What the account owns, by the last answer; unknown where too many attempts failed.</summary>
    public async Task<Ownership> PollAsync(string? country, Msisdn number, Func<OwnedNumber?, bool> isIntended, CancellationToken cancellationToken)
    {
        var (answers, failedAttempts) = (0, 0);
        try
        {
            while (true)
            {
                var ownership = await LookAsync(country, number, cancellationToken);
                if (ownership.IsKnown && (isIntended(ownership.Number) || ++answers == options.Looks))
                    return ownership;
                if (!ownership.IsKnown && ++failedAttempts == options.Looks)
                    return Ownership.Unknown;

                await Task.Delay(options.LookBackoff.After(answers + failedAttempts), time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // One answer soon after the fact is too little to rule a purchase out.
            return Ownership.Unknown;
        }
    }

    private async Task<Ownership> LookAsync(string? country, Msisdn number, CancellationToken cancellationToken)
    {
        try
        {
            return new Ownership(IsKnown: true, await carrier.FindOwnedAsync(country, number, cancellationToken));
        }
        catch (CarrierException)
        {
            return Ownership.Unknown;
        }
    }
}
