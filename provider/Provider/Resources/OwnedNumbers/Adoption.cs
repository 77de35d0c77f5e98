using PulumiNumbers.Plugin.Resources;
using CarrierNumber = PulumiNumbers.Carriers.Numbers.OwnedNumber;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>Decides whether a resource may take over a number that the account rents already.</summary>
internal static class Adoption
{
    /// <summary>
    /// Allows it where the number is the resource's own by its state (a replacement by the same number), or was another resource's
    /// that wants another one now. Anything else would be taking over silently what may be somebody's.
    /// </summary>
    /// <exception cref="Plugin.Failures.ResourceException">The number is not the resource's to take; the message names the import command.</exception>
    public static void Allow(RunMemory run, Urn urn, NumberCarrier carrier, CarrierNumber owned)
    {
        var key = new NumberKey(carrier, owned.Number);
        var holder = run.Numbers.HolderOf(key);
        if (holder == urn || (holder is { } former && run.Numbers.HasMovedOn(former, key)))
            return;

        var end = owned.Expires is { } expires ? $" until {Rfc3339.Text(expires)}, when it ends because it was cancelled" : "";
        var by = holder is { } other
            ? $"{other.Name} of this stack. If that resource has only got a new name, give the new one an alias; otherwise remove it from the one before the other takes it"
            : "it already";
        var what = holder is null
            ? $"the {EnumText.Of(carrier)} account rents {owned.Number} already{end}"
            : $"{owned.Number} is rented already, by {by}";
        throw Existing.Resource("numbers:index:OwnedNumber", urn.Name, new OwnedNumberId(carrier, owned.Country, owned.Number).ToString(), what);
    }
}
