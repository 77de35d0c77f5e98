namespace PulumiNumbers.Emulator.Inventory;

/// <summary>When a competitor strikes.</summary>
public enum CompetitorMoment
{
    /// <summary>Just before a purchase arrives, which then fails.</summary>
    BeforePurchase,

    /// <summary>Right after a search has shown the number.</summary>
    AfterSearch,
}
