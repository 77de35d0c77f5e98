using PulumiNumbers.Carriers;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>The id of a rented number: <c>carrier/country/number</c>.</summary>
/// <param name="Carrier">From whom it is rented.</param>
/// <param name="Country">Its country; null where what was typed leaves it out.</param>
/// <param name="Number">The number.</param>
public sealed record OwnedNumberId(NumberCarrier Carrier, string? Country, Msisdn Number)
{
    /// <summary>Reads an id, however it is spelled. An import must then be compared with the canonical form: <see cref="RequireCanonical"/>.</summary>
    /// <exception cref="ResourceException">The id names no number; the message says why.</exception>
    public static OwnedNumberId Parse(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var (carrierText, country, numberText) = id.Split('/') switch
        {
            [var first, var last] => (first, null, last),
            [var first, { Length: 2 } middle, var last] => (first, middle.ToUpperInvariant(), last),
            _ => throw Malformed(id, "it has other parts"),
        };
        var carrier = EnumText.Parse<NumberCarrier>(carrierText)
            ?? throw Malformed(id, $"'{carrierText}' is not a carrier: there are {string.Join(", ", Enum.GetValues<NumberCarrier>().Select(EnumText.Of))}");
        try
        {
            return new OwnedNumberId(carrier, country, Msisdn.Parse(numberText));
        }
        catch (FormatException wrong)
        {
            throw Malformed(id, wrong.Message);
        }
    }

    /// <summary>Refuses another spelling of this id: an engine takes what was typed for the id, and later versions of it take two ids for two resources.</summary>
    /// <exception cref="ResourceException">What was typed is not the canonical form; the message names it.</exception>
    public void RequireCanonical(string typed)
    {
        if (!string.Equals(typed, ToString(), StringComparison.Ordinal))
            throw new ResourceException(FailureKind.InvalidArgument, $"'{typed}' is not the canonical id of the number. Import it as '{this}'.");
    }

    /// <summary>The canonical form.</summary>
    public override string ToString() => Country is null ? $"{EnumText.Of(Carrier)}/{Number}" : $"{EnumText.Of(Carrier)}/{Country}/{Number}";

    private static ResourceException Malformed(string id, string reason) => new(
        FailureKind.InvalidArgument, $"'{id}' is not the id of a rented number: {reason}. Write carrier/country/number, such as kpn/GB/447700900000.");
}
