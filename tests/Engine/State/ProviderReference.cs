namespace PulumiNumbers.Engine.State;

/// <summary>How a resource names the provider that manages it: <c>URN::ID</c>. The id is unknown in the preview of a new provider.</summary>
public readonly record struct ProviderReference(Urn Urn, string Id)
{
    /// <summary>Reads a reference.</summary>
    /// <exception cref="FormatException">It is not a URN followed by an id.</exception>
    public static ProviderReference Parse(string text)
    {
        var at = text.LastIndexOf("::", StringComparison.Ordinal);
        return at < 0 ? throw new FormatException($"'{text}' is not a provider reference.") : new(Urn.Parse(text[..at]), text[(at + 2)..]);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Urn}::{Id}";
}
