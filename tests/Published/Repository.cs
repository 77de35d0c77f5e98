using System.Runtime.CompilerServices;
using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.Tests.Published;

/// <summary>The checked-in files that users see.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static PackageSchema Schema { get; } = PackageSchema.Parse(Read("schema.json"));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    private static string FindRoot([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../.."));
}
