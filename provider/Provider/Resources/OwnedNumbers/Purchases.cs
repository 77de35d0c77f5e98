using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>Puts what a program wants into the terms of a purchase, and a refusal into the terms of the engine.</summary>
internal static class Purchases
{
    private const string Moving =
        "If it is this resource's own under a new name, give it an alias; if another resource of the program gives the number up in the same update, run `pulumi up --refresh`.";

    /// <summary>The purchase that makes the inputs come true.</summary>
    public static PurchaseRequest Request(Urn urn, OwnedNumberArgs inputs) => new()
    {
        Holder = urn.Value,
        Number = inputs.Number,
        Criteria = new NumberCriteria
        {
            Country = inputs.Country,
            Pattern = inputs.Pattern,
            SearchPattern = inputs.SearchPattern ?? SearchPattern.StartsWith,
            Type = inputs.Type,
            Features = inputs.Features ?? new HashSet<NumberFeature>(),
            PaymentInterval = inputs.PaymentInterval ?? PaymentInterval.Monthly,
        },
        Limits = new FeeLimits((decimal?)inputs.MaxMonthlyFee, (decimal?)inputs.MaxSetupFee),
    };

    /// <summary>The error for a number that could not be had.</summary>
    public static ResourceException Explain(Urn urn, PurchaseException refusal)
    {
        if (refusal is { Failure: PurchaseFailure.AlreadyOwned, Number: { } owned }
            && EnumText.Parse<NumberCarrier>(refusal.Carrier) is { } carrier)
        {
            var id = new OwnedNumberId(carrier, refusal.Country, owned);
            return Existing.Resource(OwnedNumber.Token, urn.Name, id.ToString(), refusal.Message, otherwise: Moving);
        }

        return refusal.Failure switch
        {
            PurchaseFailure.Contested => new ResourceException(
                FailureKind.FailedPrecondition,
                $"{refusal.Message}. If the resource that has the number only got a new name, give the new one an alias.",
                refusal),
            _ => new ResourceException(FailureKind.FailedPrecondition, $"{refusal.Message}. Nothing was bought.", refusal),
        };
    }
}
