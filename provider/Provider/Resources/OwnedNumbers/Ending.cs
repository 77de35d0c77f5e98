using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>Says what becomes of numbers that are given up.</summary>
internal static class Ending
{
    /// <summary>The warning for a number that has been cancelled and still runs.</summary>
    public static string Warning(NumberCarrier carrier, Msisdn number, DateTimeOffset end) =>
        $"{number} has been cancelled and ends on {Rfc3339.Text(end)}. {EnumText.Of(carrier)} offers no way to keep it through its API.";

    /// <summary>What was done about a number whose resource was deleted; null where it went as everybody expects.</summary>
    public static string? Report(Urn urn, Msisdn number, Release release) => release.Outcome switch
    {
        ReleaseOutcome.Kept when release.Keeper == urn.Value => $"{number} stays rented: its replacement is the same number.",
        ReleaseOutcome.Kept => $"{number} stays rented: {new Urn(release.Keeper ?? "").Name} has it now.",
        ReleaseOutcome.Ending => $"{number} is cancelled and runs until {Rfc3339.Text(release.Expires) ?? "the end of its period"}. Set `deleteImmediately` to end a number at once.",
        ReleaseOutcome.AlreadyGone => $"{number} was not rented any more.",
        _ => null,
    };
}
