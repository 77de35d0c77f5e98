using PulumiNumbers.Plugin.Packaging;

namespace PulumiNumbers.Plugin.Schema;

/// <summary>Derives the Pulumi package schema from a provider's records and attributes.</summary>
public static class SchemaBuilder
{
    /// <summary>The schema as indented JSON, the same bytes for the same definition.</summary>
    public static string Build(ProviderDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        throw new NotSupportedException();
    }
}
