using System.Reflection;
using Pulumi;
using Pulumi.Numbers;

namespace PulumiNumbers.Tests.Sdk.Schema;

/// <summary>The public classes of the SDK.</summary>
internal static class SdkTypes
{
    private const string Root = "Pulumi.Numbers";

    private static readonly Assembly Sdk = typeof(NumberPool).Assembly;

    public static IReadOnlyDictionary<string, Type> Resources =>
        ByName(type => type.IsSubclassOf(typeof(CustomResource)) && !type.IsSubclassOf(typeof(ProviderResource)));

    /// <summary>The classes that call functions: those with the method that does.</summary>
    public static IReadOnlyDictionary<string, Type> Functions => ByName(type => type.GetMethod("InvokeAsync") is not null);

    public static IReadOnlyDictionary<string, Type> Enums => ByName(type => type.GetCustomAttribute<EnumTypeAttribute>() is not null);

    /// <summary>The classes of objects inside results.</summary>
    public static IReadOnlyDictionary<string, Type> Objects => Sdk.GetExportedTypes()
        .Where(type => type.Namespace == $"{Root}.Outputs")
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>A class at the root.</summary>
    public static Type Named(string name) => Sdk.GetType($"{Root}.{name}") ?? throw new ArgumentException($"The SDK has no {name}.", nameof(name));

    private static Dictionary<string, Type> ByName(Func<Type, bool> wanted) => Sdk.GetExportedTypes()
        .Where(type => type.Namespace == Root && wanted(type))
        .ToDictionary(type => type.Name, StringComparer.Ordinal);
}
