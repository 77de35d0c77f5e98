using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;
using PulumiNumbers.Provider.Resources.OwnedNumbers;

namespace PulumiNumbers.Provider.Functions.Numbers;

/// <summary>Lists numbers that a carrier offers for rent.</summary>
[FunctionType("numbers:index:getAvailableNumbers", "Lists numbers that a carrier offers for rent, with what they cost.")]
public sealed class GetAvailableNumbers(CarrierAccounts accounts) : Function<GetAvailableNumbersArgs, GetAvailableNumbersResult>
{
    /// <inheritdoc/>
    public override async Task<GetAvailableNumbersResult> InvokeAsync(
        InvokeRequest<GetAvailableNumbersArgs> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var args = request.Args;
        var account = accounts.Numbers(args.Carrier, request.Log);
        if (account.Client.Capabilities.RequiresCountry && args.Country is null)
            throw new ResourceException(FailureKind.InvalidArgument, $"{account.Name} searches in one country only: give `country`, such as GB.");

        var offers = account.Client.SearchAsync(Criteria(args), cancellationToken)
            .Where(offer => args.MaxMonthlyFee is not { } monthly || offer.Fees.PerMonth <= (decimal)monthly)
            .Where(offer => args.MaxSetupFee is not { } setup || offer.Fees.Setup <= (decimal)setup);
        var found = await (args.Limit is { } limit ? offers.Take(limit) : offers).ToListAsync(cancellationToken);
        return new GetAvailableNumbersResult { Numbers = [.. found.OrderBy(offer => offer.Number).Select(AvailableNumberResult.Of)] };
    }

    private static NumberCriteria Criteria(GetAvailableNumbersArgs args) => new()
    {
        Country = args.Country?.ToUpperInvariant(),
        Pattern = args.Pattern,
        SearchPattern = args.SearchPattern ?? SearchPattern.StartsWith,
        Type = args.Type,
        Features = args.Features ?? new HashSet<NumberFeature>(),
        PaymentInterval = args.PaymentInterval ?? NumberCarriers.DefaultPaymentInterval(args.Carrier),
    };
}
