namespace PulumiNumbers.Engine.State;

/// <summary>The type tokens that an engine itself knows.</summary>
internal static class ResourceTypes
{
    public const string Stack = "pulumi:pulumi:Stack";
    private const string DefaultName = "default";
    private const string ProviderPrefix = "pulumi:providers:";

    public static bool IsProvider(string type) => type.StartsWith(ProviderPrefix, StringComparison.Ordinal);

    /// <summary>Whether it is a provider that the engine made because a resource named none: <c>default</c>, or <c>default_1_2_3</c> for a version.</summary>
    public static bool IsDefaultProvider(Urn urn) => IsProvider(urn.Type)
        && (urn.Name is DefaultName || urn.Name.StartsWith(DefaultName + "_", StringComparison.Ordinal));

    public static string DefaultProviderName(string version) =>
        version.Length > 0 ? $"{DefaultName}_{version.Replace('.', '_').Replace('-', '_').Replace('+', '_')}" : DefaultName;

    public static string ProviderOf(string package) => ProviderPrefix + package;

    /// <summary>The package that a resource or function token (<c>numbers:index:NumberPool</c>) or a provider type belongs to.</summary>
    public static string PackageOf(string token) => IsProvider(token) ? token[ProviderPrefix.Length..] : token.Split(':', 2)[0];
}
