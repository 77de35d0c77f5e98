using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Tests.Sdk.Schema;

/// <summary>The C# types that Pulumi's own generator gives to the types of a schema.</summary>
internal static class ExpectedType
{
    /// <summary>What a program reads.</summary>
    public static string Output(JObject spec, bool required) => Plain(spec) + (required || IsArray(spec) ? "" : "?");

    /// <summary>What a program gives to a resource, or to a function as outputs.</summary>
    public static string Input(JObject spec) => spec switch
    {
        _ when IsArray(spec) => $"InputList<{Plain((JObject)spec["items"]!)}>",
        _ when IsMap(spec) => $"InputMap<{Plain((JObject)spec["additionalProperties"]!)}>",
        _ => $"Input<{Plain(spec)}>",
    };

    /// <summary>What a program gives to a function as plain values.</summary>
    public static string PlainArgument(JObject spec, bool required) => spec switch
    {
        _ when IsArray(spec) => $"List<{Plain((JObject)spec["items"]!)}>",
        _ when IsMap(spec) => $"Dictionary<string, {Plain((JObject)spec["additionalProperties"]!)}>",
        _ => Plain(spec) + (required ? "" : "?"),
    };

    public static bool IsCollection(JObject spec) => IsArray(spec) || IsMap(spec);

    private static string Plain(JObject spec) => spec switch
    {
        _ when spec["$ref"] is { } reference => CheckedInSchema.ClassName((string)reference!),
        _ when IsArray(spec) => $"ImmutableArray<{Plain((JObject)spec["items"]!)}>",
        _ when IsMap(spec) => $"ImmutableDictionary<string, {Plain((JObject)spec["additionalProperties"]!)}>",
        _ => (string)spec["type"]! switch
        {
            "boolean" => "bool",
            "integer" => "int",
            "number" => "double",
            var type => type,
        },
    };

    private static bool IsArray(JObject spec) => spec["$ref"] is null && (string?)spec["type"] == "array";

    private static bool IsMap(JObject spec) => spec["$ref"] is null && (string?)spec["type"] == "object";
}
