using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>
/// Settles what a lost answer left open by asking the carrier what the account owns: again and again for a bounded time, because a
/// carrier may learn of its own sales with a delay. It ends early when it sees what was intended.
/// </summary>
internal sealed class OwnershipInquiry(INumberCarrier carrier, PurchasingOptions options, TimeProvider time)
{
    /// <summary>What the account owns, by the last answer; unknown where too many questions went unanswered.</summary>
    public async Task<Ownership> AskAsync(string? country, Msisdn number, Func<OwnedNumber?, bool> intended, CancellationToken cancellationToken)
    {
        var (answers, silences) = (0, 0);
        try
        {
            while (true)
            {
                var ownership = await AskOnceAsync(country, number, cancellationToken);
                if (ownership.IsKnown && (intended(ownership.Number) || ++answers == options.Inquiries))
                    return ownership;
                if (!ownership.IsKnown && ++silences == options.Inquiries)
                    return Ownership.Unknown;

                await Task.Delay(options.InquiryBackoff.After(answers + silences), time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // One answer soon after the fact is too little to call a purchase off.
            return Ownership.Unknown;
        }
    }

    private async Task<Ownership> AskOnceAsync(string? country, Msisdn number, CancellationToken cancellationToken)
    {
        try
        {
            return Ownership.Of(await carrier.FindOwnedAsync(country, number, cancellationToken));
        }
        catch (CarrierException)
        {
            return Ownership.Unknown;
        }
    }
}
