using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;

namespace PulumiNumbers.Provider.Functions.ExclusiveNumbers;

/// <summary>Lists the exclusive numbers of a PBX.</summary>
[FunctionType("numbers:index:getExclusiveNumbers", "Lists the exclusive numbers of a PortSIP PBX.")]
public sealed class GetExclusiveNumbers(CarrierAccounts accounts) : Function<GetExclusiveNumbersArgs, GetExclusiveNumbersResult>
{
    /// <inheritdoc/>
    public override async Task<GetExclusiveNumbersResult> InvokeAsync(
        InvokeRequest<GetExclusiveNumbersArgs> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var args = request.Args;
        var numbers = await accounts.Pbx(request.Log).ListAsync(cancellationToken)
            .Where(number => number.Number.StartsWith(args.Prefix ?? "", StringComparison.Ordinal))
            .Where(number => args.Enabled is null || number.Enabled == args.Enabled)
            .ToListAsync(cancellationToken);
        return new GetExclusiveNumbersResult
        {
            Numbers = [.. numbers.OrderBy(number => number.Number, StringComparer.Ordinal).Select(ExclusiveNumberResult.Of)],
        };
    }
}
