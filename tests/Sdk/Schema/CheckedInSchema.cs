using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Tests.Sdk.Schema;

/// <summary>The package schema at the root of the repository.</summary>
internal static class CheckedInSchema
{
    private static readonly JObject Root = JObject.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema.json")));

    public static string Version => (string)Root["version"]!;

    public static string? PluginDownloadUrl => (string?)Root["pluginDownloadURL"];

    public static JObject Provider => (JObject)Root["provider"]!;

    public static IReadOnlyDictionary<string, JObject> Config => Members(Root["config"]!, "variables");

    public static IReadOnlyDictionary<string, JObject> Resources => Members(Root, "resources");

    public static IReadOnlyDictionary<string, JObject> Functions => Members(Root, "functions");

    public static IReadOnlyDictionary<string, JObject> Enums => Types(type => type["enum"] is not null);

    public static IReadOnlyDictionary<string, JObject> Objects => Types(type => type["enum"] is null);

    public static bool IsEnum(string token) => Enums.ContainsKey(token);

    /// <summary>The named members of an object, none where it is missing.</summary>
    public static IReadOnlyDictionary<string, JObject> Members(JToken parent, string name) =>
        ((JObject?)parent[name] ?? []).Properties().ToDictionary(member => member.Name, member => (JObject)member.Value, StringComparer.Ordinal);

    public static IReadOnlySet<string> Names(JToken parent, string name) =>
        ((JArray?)parent[name] ?? []).Select(element => (string)element!).ToHashSet(StringComparer.Ordinal);

    /// <summary>The last part of a token, with a capital: what the class is called.</summary>
    public static string ClassName(string token)
    {
        var name = token[(token.LastIndexOf(':') + 1)..];
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static Dictionary<string, JObject> Types(Func<JObject, bool> wanted) =>
        Members(Root, "types").Where(type => wanted(type.Value)).ToDictionary(StringComparer.Ordinal);
}
