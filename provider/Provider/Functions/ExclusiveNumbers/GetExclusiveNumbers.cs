using PulumiNumbers.Carriers.PortSip;
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
        var listing = await accounts.Pbx(request.Log).Listing.ListAsync(cancellationToken);
        var numbers = listing
            .Where(number => number.Number.StartsWith(args.Prefix ?? "", StringComparison.Ordinal))
            .Where(number => args.Enabled is null || number.Enabled == args.Enabled);
        return new GetExclusiveNumbersResult
        {
            Numbers = [.. numbers.OrderBy(number => number.Number, StringComparer.Ordinal).Select(ExclusiveNumberResult.Of)],
        };
    }
}

/// <summary>Which exclusive numbers to list.</summary>
public sealed record GetExclusiveNumbersArgs
{
    /// <summary>How the numbers begin.</summary>
    [Property("Lists only numbers that begin with this.")]
    public string? Prefix { get; init; }

    /// <summary>Whether they are enabled.</summary>
    [Property("Lists only numbers that are enabled, or only those that are not.")]
    public bool? Enabled { get; init; }
}

/// <summary>The exclusive numbers of a PBX.</summary>
public sealed record GetExclusiveNumbersResult
{
    /// <summary>The numbers.</summary>
    [Property("The exclusive numbers, ordered by number.")]
    public required IReadOnlyList<ExclusiveNumberResult> Numbers { get; init; }
}

/// <summary>An exclusive number of a PBX, without its agents.</summary>
public sealed record ExclusiveNumberResult
{
    /// <summary>Its id.</summary>
    [Property("PortSIP's id, by which the number can be imported as an `ExclusiveNumber`.")]
    public required string Id { get; init; }

    /// <summary>The number.</summary>
    [Property("The number as the PBX spells it.")]
    public required string Number { get; init; }

    /// <summary>Whether its calls are routed.</summary>
    [Property("Whether calls from the number are routed to its agents.")]
    public required bool Enabled { get; init; }

    /// <summary>A note for people.</summary>
    [Property("A note for people.")]
    public string? Description { get; init; }

    /// <summary>When it was created.</summary>
    [Property("When the PBX created it, as an RFC 3339 time in UTC.")]
    public string? CreatedAt { get; init; }

    /// <summary>The number as the PBX reports it.</summary>
    public static ExclusiveNumberResult Of(ExclusiveNumberInfo number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return new ExclusiveNumberResult
        {
            Id = number.Id,
            Number = number.Number,
            Enabled = number.Enabled,
            Description = number.Description,
            CreatedAt = Rfc3339.Text(number.CreatedAt),
        };
    }
}
