using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PulumiNumbers.Engine.Projects;

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
