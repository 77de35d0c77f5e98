using System.Reflection;

namespace PulumiNumbers.Provider;

/// <summary>What the build says of this program.</summary>
internal static class ThisAssembly
{
    /// <summary>The version without the source revision that a build may append.</summary>
    public static string Version =>
        typeof(ThisAssembly).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The account that the repository and its releases belong to, from the build's one property for it.</summary>
    public static string RepositoryOwner => Metadata("RepositoryOwner");

    public static string RepositoryName => Metadata("RepositoryName");

    private static string Metadata(string key) =>
        typeof(ThisAssembly).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
