using System.Globalization;

namespace PulumiNumbers.Engine.Properties;

/// <summary>Values as one line for people. Secrets are never shown unless asked for.</summary>
public static class PropertyText
{
    private const int LongestArray = 8;

    /// <summary>The value, strings quoted, long arrays cut.</summary>
    public static string Of(PropertyValue value, bool showSecrets = false) => value.Kind switch
    {
        PropertyKind.Null => "null",
        PropertyKind.Boolean => value.AsBoolean ? "true" : "false",
        PropertyKind.Number => value.AsNumber.ToString("R", CultureInfo.InvariantCulture),
        PropertyKind.String => '"' + value.AsString.ReplaceLineEndings("\\n") + '"',
        PropertyKind.Array => OfArray(value.AsArray, showSecrets),
        PropertyKind.Object => "{" + string.Join(", ", value.AsObject.Select(p => $"{p.Key}: {Of(p.Value, showSecrets)}")) + "}",
        PropertyKind.Secret => showSecrets ? Of(value.Element, showSecrets) : "[secret]",
        _ => "[unknown]",
    };

    /// <summary>The value as Pulumi's engine prints it in an error: in braces, whole, secrets included; empty braces where there is none.</summary>
    public static string InEngineError(PropertyValue? value) => value?.Kind switch
    {
        null or PropertyKind.Null => "{<nil>}",
        PropertyKind.Boolean => value.AsBoolean ? "{true}" : "{false}",
        PropertyKind.Number => "{" + value.AsNumber.ToString("R", CultureInfo.InvariantCulture) + "}",
        PropertyKind.String => "{" + value.AsString + "}",
        PropertyKind.Array => "{[" + string.Join(' ', value.AsArray.Select(InEngineError)) + "]}",
        PropertyKind.Object => "{map[" + string.Join(' ', value.AsObject.Select(p => $"{p.Key}:{InEngineError(p.Value)}")) + "]}",
        PropertyKind.Secret => "{&{" + InEngineError(value.Element) + "}}",
        _ => "output<string>{}",
    };

    private static string OfArray(IReadOnlyList<PropertyValue> elements, bool showSecrets)
    {
        var shown = string.Join(", ", elements.Take(LongestArray).Select(e => Of(e, showSecrets)));
        return elements.Count > LongestArray ? $"[{shown}, … {elements.Count} in all]" : $"[{shown}]";
    }
}
