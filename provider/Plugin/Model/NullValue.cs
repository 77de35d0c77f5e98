namespace PulumiNumbers.Plugin.Model;

/// <summary>No value.</summary>
internal sealed record NullValue : PropertyValue
{
    private NullValue()
    {
    }

    /// <summary>The only instance.</summary>
    public static NullValue Instance { get; } = new();
}
