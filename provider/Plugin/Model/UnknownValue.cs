namespace PulumiNumbers.Plugin.Model;

/// <summary>A value that is known only after a later step.</summary>
internal sealed record UnknownValue : PropertyValue
{
    private UnknownValue()
    {
    }

    /// <summary>The only instance.</summary>
    public static UnknownValue Instance { get; } = new();
}
