using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;
using PulumiNumbers.Provider.Resources.OwnedNumbers;

namespace PulumiNumbers.Provider.Functions.Numbers;

/// <summary>Lists the numbers that an account rents.</summary>
[FunctionType("numbers:index:getOwnedNumbers", "Lists the numbers that an account rents, each with the id by which it can be imported.")]
public sealed class GetOwnedNumbers(CarrierAccounts accounts) : Function<GetOwnedNumbersArgs, GetOwnedNumbersResult>
{
    /// <inheritdoc/>
    public override async Task<GetOwnedNumbersResult> InvokeAsync(InvokeRequest<GetOwnedNumbersArgs> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var args = request.Args;
        if ((args.AppId ?? (object?)args.HasApplication) is not null && !NumberCarriers.CapabilitiesOf(args.Carrier).Settings.Contains(NumberSetting.AppId))
        {
            var supporting = NumberCarriers.With(other => other.Settings.Contains(NumberSetting.AppId)).Select(EnumText.Of);
            throw new ResourceException(
                FailureKind.InvalidArgument,
                $"`{(args.AppId is null ? "hasApplication" : "appId")}` is not supported by carrier {EnumText.Of(args.Carrier)} (supported by: {string.Join(", ", supporting)}).");
        }

        var filter = new OwnedNumberFilter
        {
            Country = args.Country?.ToUpperInvariant(),
            Pattern = args.Pattern,
            SearchPattern = args.SearchPattern ?? SearchPattern.StartsWith,
            ApplicationId = args.AppId,
            HasApplication = args.HasApplication,
        };
        var found = await accounts.Numbers(args.Carrier, request.Log).Client.ListOwnedAsync(filter, cancellationToken).ToListAsync(cancellationToken);
        return new GetOwnedNumbersResult
        {
            Numbers = [.. found.OrderBy(owned => owned.Number).Select(owned => OwnedNumberResult.Of(args.Carrier, owned))],
        };
    }
}
