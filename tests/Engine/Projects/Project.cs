using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PulumiNumbers.Engine.Projects;

/// <summary>A project as its <c>Pulumi.yaml</c> describes it.</summary>
/// <param name="Folder">The folder of the file, absolute.</param>
/// <param name="Name">The project's name.</param>
/// <param name="Runtime">The language of the program, such as <c>dotnet</c> or <c>nodejs</c>.</param>
/// <param name="ProgramFolder">Where the program is: the folder, or <c>main</c> in it.</param>
/// <param name="Binary">A program built beforehand (<c>runtime.options.binary</c>), absolute, or null.</param>
/// <param name="PluginFolders">The folders of plugins named under <c>plugins.providers</c>, by package.</param>
/// <param name="Config">The values and defaults under <c>config</c>, not yet read.</param>
public sealed record Project(
    string Folder,
    string Name,
    string Runtime,
    string ProgramFolder,
    string? Binary,
    IReadOnlyDictionary<string, string> PluginFolders,
    IReadOnlyDictionary<string, YamlNode> Config)
{
    private const string FileName = "Pulumi.yaml";

    /// <summary>Reads the project of a folder or of the nearest folder above it.</summary>
    /// <exception cref="EngineException">There is no project file, or it lacks a name or runtime.</exception>
    public static Project Load(string folder)
    {
        var path = Locate(folder);
        var root = YamlFile.Load(path);
        var home = Path.GetDirectoryName(path)!;
        var runtime = YamlFile.Find(root, "runtime");
        var binary = YamlFile.Text(YamlFile.Find(YamlFile.Find(runtime, "options"), "binary"));
        return new(
            home,
            YamlFile.Text(YamlFile.Find(root, "name")) ?? throw new EngineException($"{path} has no 'name'."),
            YamlFile.Text(runtime) ?? YamlFile.Text(YamlFile.Find(runtime, "name")) ?? throw new EngineException($"{path} has no 'runtime'."),
            Path.GetFullPath(YamlFile.Text(YamlFile.Find(root, "main")) ?? ".", home),
            binary is null ? null : Path.GetFullPath(binary, home),
            Plugins(root, home),
            YamlFile.Entries(YamlFile.Find(root, "config")).ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal));
    }

    private static string Locate(string folder)
    {
        for (var at = new DirectoryInfo(Path.GetFullPath(folder)); at is not null; at = at.Parent)
        {
            var path = Path.Combine(at.FullName, FileName);
            if (File.Exists(path))
                return path;
        }
        throw new EngineException($"No {FileName} in {Path.GetFullPath(folder)} or above it. Name the project's folder with --cwd.");
    }

    private static Dictionary<string, string> Plugins(YamlMappingNode root, string home) =>
        (YamlFile.Find(YamlFile.Find(root, "plugins"), "providers") as YamlSequenceNode)?.Children
            .Select(p => (Name: YamlFile.Text(YamlFile.Find(p, "name")), Path: YamlFile.Text(YamlFile.Find(p, "path"))))
            .Where(p => p.Name is not null && p.Path is not null)
            .ToDictionary(p => p.Name!, p => Path.GetFullPath(p.Path!, home), StringComparer.Ordinal) ?? [];
}

/// <summary>What the project and stack files have in common: a YAML document whose root is a map.</summary>
internal static class YamlFile
{
    public static YamlMappingNode Load(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            var stream = new YamlStream();
            stream.Load(reader);
            return stream.Documents is [{ RootNode: YamlMappingNode root }, ..] ? root : new YamlMappingNode();
        }
        catch (YamlException e)
        {
            throw new EngineException($"{path} is not valid YAML (line {e.Start.Line}): {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    public static YamlNode? Find(YamlNode? node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    public static string? Text(YamlNode? node) => (node as YamlScalarNode)?.Value;

    public static IEnumerable<KeyValuePair<string, YamlNode>> Entries(YamlNode? node) =>
        node is YamlMappingNode map ? map.Children.Select(c => KeyValuePair.Create(Text(c.Key) ?? "", c.Value)) : [];
}
