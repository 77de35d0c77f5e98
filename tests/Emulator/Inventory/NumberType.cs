namespace PulumiNumbers.Emulator.Inventory;

/// <summary>The kind of line; the wire names are the members in kebab case.</summary>
public enum NumberType
{
    /// <summary><c>landline</c></summary>
    Landline,

    /// <summary><c>landline-toll-free</c></summary>
    LandlineTollFree,

    /// <summary><c>mobile-lvn</c></summary>
    MobileLvn,
}
