using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using PulumiNumbers.Emulator.Http;

namespace PulumiNumbers.Emulator.Seven;

/// <summary>A body's fields, whether they come as a form or as JSON.</summary>
internal sealed class SevenFields(RequestBody body)
{
    private readonly JsonObject? _json = body.IsForm ? null : body.JsonObject();
    private readonly IReadOnlyDictionary<string, StringValues> _form = body.Form;

    /// <summary>A text; null where absent.</summary>
    public string? Text(string name) => _json is null
        ? _form.TryGetValue(name, out var value) ? value.ToString() : null
        : ToText(_json[name]);

    /// <summary>A flag; false where absent.</summary>
    public bool Flag(string name) => Text(name) is "1" or "true" or "True";

    /// <summary>A list; null where absent. In a form it is a repeated field, with or without brackets, and empty when its only value is.</summary>
    public IReadOnlyList<string>? List(string name)
    {
        if (_json is not null)
            return _json[name] is JsonArray array ? [.. array.Select(item => ToText(item) ?? "")] : null;
        if (!_form.TryGetValue(name, out var values) && !_form.TryGetValue(name + "[]", out values))
            return null;
        return [.. values.Where(value => !string.IsNullOrEmpty(value)).Select(value => value!)];
    }

    private static string? ToText(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.String => node.GetValue<string>(),
        _ => node.ToJsonString(),
    };
}
