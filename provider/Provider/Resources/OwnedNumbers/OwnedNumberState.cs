using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>A rented number as its carrier reports it, with the settings that the carrier does not report taken from the program.</summary>
public sealed record OwnedNumberState : OwnedNumberArgs
{
    /// <summary>What it costs a month.</summary>
    [Property("What the number costs a month, in `currency`; a twelfth of a yearly rent. Missing where the carrier did not quote it.", Stable = true)]
    public double? MonthlyFee { get; init; }

    /// <summary>What it cost once.</summary>
    [Property("What setting the number up cost, in `currency`. Missing where the carrier did not quote it.", Stable = true)]
    public double? SetupFee { get; init; }

    /// <summary>The currency of the fees.</summary>
    [Property("The currency of the fees (ISO 4217).", Stable = true)]
    public string? Currency { get; init; }

    /// <summary>When it was bought.</summary>
    [Property("When the number was bought, as an RFC 3339 time in UTC (seven.io).", Stable = true)]
    public string? Created { get; init; }

    /// <summary>When it ends.</summary>
    [Property("When the number ends, as an RFC 3339 time in UTC, once it has been cancelled (seven.io).")]
    public string? Expires { get; init; }

    /// <summary>The account that rents it.</summary>
    [Property("The carrier account that rents the number: the id of its key, or a fingerprint of a key without an id.", Stable = true)]
    public string? Account { get; init; }

    /// <summary>When this program bought it.</summary>
    [Property("When this program bought the number, as an RFC 3339 time in UTC. For some minutes after it a number that the carrier does not list yet does not count as gone.", Stable = true)]
    public string? PurchasedAt { get; init; }

    /// <summary>Whether the purchase is not confirmed.</summary>
    [Property("`true` while it is not known whether the number was bought, because the carrier's response was lost. The next update settles it.", Stable = true)]
    public bool? Unconfirmed { get; init; }

    /// <summary>The numbers that earlier states had.</summary>
    [Property("The numbers that earlier states of this resource had and that may still wait for their release, as `carrier/number`.", Stable = true)]
    public IReadOnlyList<string>? FormerNumbers { get; init; }
}
