namespace PulumiNumbers.SdkGenerator;

/// <summary>What a folder holds, wholly or in part, when it is generated.</summary>
/// <param name="Files">The files' content by their paths, which are relative to the folder and use forward slashes.</param>
internal sealed record GeneratedFolder(IReadOnlyDictionary<string, string> Files)
{
    private static readonly string[] BuildFolders = ["bin", "obj"];

    /// <summary>Makes the folder hold these files.</summary>
    /// <param name="isGenerated">Which of the folder's other files an earlier schema left and are deleted.</param>
    public void WriteTo(string folder, Func<string, bool> isGenerated)
    {
        foreach (var stale in FilesIn(folder).Where(path => !Files.ContainsKey(path) && isGenerated(path)))
            File.Delete(Path.Combine(folder, stale));
        foreach (var (path, content) in Files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, content);
        }
    }

    /// <summary>The folder's files, without what builds leave in it.</summary>
    public static IEnumerable<string> FilesIn(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(path => !BuildFolders.Contains(path.Split('/')[0], StringComparer.Ordinal))
        : [];
}
