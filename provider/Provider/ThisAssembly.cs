using System.Reflection;

namespace PulumiNumbers.Provider;

/// <summary>What the build says of this program.</summary>
internal static class ThisAssembly
{
    /// <summary>The version without the source revision that a build may append.</summary>
    public static string Version =>
        typeof(ThisAssembly).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
