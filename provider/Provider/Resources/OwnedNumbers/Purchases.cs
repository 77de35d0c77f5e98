using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>Puts inputs into the terms of a purchase, and a purchase that failed into the terms of the engine.</summary>
internal static class Purchases
{
    private const string Moving =
        "If it is this resource's own under a new name, give it an alias; if another resource of the program gives the number up in the same update, run `pulumi up --refresh`.";

    /// <summary>The purchase that the inputs ask for.</summary>
    public static PurchaseRequest Request(Urn urn, OwnedNumberArgs inputs) => new()
    {
        Urn = urn.Value,
        Number = inputs.Number,
        Criteria = new NumberCriteria
        {
            Country = inputs.Country,
            Pattern = inputs.Pattern,
            SearchPattern = inputs.SearchPattern ?? SearchPattern.StartsWith,
            Type = inputs.Type,
            Features = inputs.Features ?? new HashSet<NumberFeature>(),
            PaymentInterval = inputs.PaymentInterval ?? NumberCarriers.DefaultPaymentInterval(inputs.Carrier),
        },
        Limits = new FeeLimits((decimal?)inputs.MaxMonthlyFee, (decimal?)inputs.MaxSetupFee),
    };

    /// <summary>The error for a number that could not be had.</summary>
    public static ResourceException Explain(Urn urn, PurchaseException failure)
    {
        var id = failure.Number is { } number && EnumText.Parse<NumberCarrier>(failure.Carrier) is { } carrier
            ? new OwnedNumberId(carrier, failure.Country, number).ToString()
            : null;
        return failure switch
        {
            { Failure: PurchaseFailure.AlreadyOwned } when id is not null => Existing.Resource(OwnedNumber.Token, urn.Name, id, failure.Message, otherwise: Moving),
            { Failure: PurchaseFailure.InterruptedPurchase } when id is not null => new ResourceException(
                FailureKind.FailedPrecondition,
                $"{failure.Message}. Nothing was bought now. Import it under another name with `pulumi import {OwnedNumber.Token} NAME {id}`, or cancel it at the carrier; " +
                "the next `pulumi up` buys what the program declares.",
                failure),
            { Failure: PurchaseFailure.Conflict, OtherUrn: { } other } => new ResourceException(
                FailureKind.FailedPrecondition,
                $"{failure.Message} ('{new Urn(other).Name}'). One number belongs to one resource. If '{new Urn(other).Name}' only got a new name, give the new one an alias.",
                failure),
            { Failure: PurchaseFailure.Conflict } => new ResourceException(
                FailureKind.FailedPrecondition, $"{failure.Message}. If the resource that has the number only got a new name, give the new one an alias.", failure),
            _ => new ResourceException(FailureKind.FailedPrecondition, $"{failure.Message}. Nothing was bought.", failure),
        };
    }
}
