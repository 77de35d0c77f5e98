using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;
using PulumiNumbers.Provider.Configuration;

namespace PulumiNumbers.Provider.Functions.Pools;

/// <summary>Lists the numbers that a pool holds.</summary>
[FunctionType("numbers:index:getPoolNumbers", "Lists the numbers that a Vonage number pool holds.")]
public sealed class GetPoolNumbers(CarrierAccounts accounts) : Function<GetPoolNumbersArgs, GetPoolNumbersResult>
{
    /// <inheritdoc/>
    public override async Task<GetPoolNumbersResult> InvokeAsync(InvokeRequest<GetPoolNumbersArgs> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var vonage = accounts.VonagePools(request.Log);
        var address = vonage.AddressOf(request.Args.AccountId, request.Args.PoolId);
        var held = await vonage.Listings.ListNumbersAsync(address, cancellationToken);
        return new GetPoolNumbersResult
        {
            Numbers = [.. held.Where(number => number.Digits.StartsWith(request.Args.Prefix ?? "", StringComparison.Ordinal)).Order()],
        };
    }
}

/// <summary>Which numbers of which pool.</summary>
public sealed record GetPoolNumbersArgs
{
    /// <summary>Whose pool.</summary>
    [Property("The Vonage account that owns the pool. Default: the provider's `vonageAccountId`.")]
    [RegularExpression(InputForm.AccountId, ErrorMessage = InputForm.AccountIdRule)]
    public string? AccountId { get; init; }

    /// <summary>The pool's id.</summary>
    [Property("The pool's id.")]
    [Length(1, 64)]
    public required string PoolId { get; init; }

    /// <summary>How the numbers begin.</summary>
    [Property("Lists only numbers that begin with these digits.")]
    [RegularExpression(InputForm.Digits, ErrorMessage = InputForm.DigitsRule)]
    public string? Prefix { get; init; }
}

/// <summary>The numbers that a pool holds.</summary>
public sealed record GetPoolNumbersResult
{
    /// <summary>The numbers.</summary>
    [Property("The numbers that the pool holds, as digits, in ascending order; short codes and others that are no international numbers as Vonage reports them.")]
    public required IReadOnlyList<PoolNumber> Numbers { get; init; }
}
