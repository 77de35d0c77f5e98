namespace PulumiNumbers.Emulator.Accounting;

/// <summary>What an entry of the ledger records.</summary>
public enum LedgerEntryKind
{
    /// <summary>A number was bought and charged.</summary>
    Purchase,

    /// <summary>A rental was ended, at once or for the end of its period.</summary>
    Release,
}
