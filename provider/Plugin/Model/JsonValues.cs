using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Plugin.Model;

/// <summary>Values as JSON text, which is how configuration travels.</summary>
internal static class JsonValues
{
    private const int MaxDepth = 32;

    /// <summary>Reads JSON text; false where it is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out PropertyValue? value)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = MaxDepth };
            var token = JToken.ReadFrom(reader);
            value = reader.Read() ? null : FromToken(token);
        }
        catch (JsonException)
        {
            value = null;
        }
        return value is not null;
    }

    /// <summary>Writes a known value without secrets as JSON text.</summary>
    public static string Format(PropertyValue value) => ToToken(value).ToString(Formatting.None);

    /// <summary>A known value as plain text: a string without quotes, anything else as JSON.</summary>
    public static string Text(PropertyValue value) => value.Unwrapped is StringValue text ? text.Value : Format(value);

    private static PropertyValue? FromToken(JToken token) => token switch
    {
        JObject members => new ObjectValue(members.Properties().ToDictionary(
            member => member.Name, member => FromToken(member.Value) ?? NullValue.Instance, StringComparer.Ordinal)),
        JArray elements => new ArrayValue([.. elements.Select(element => FromToken(element) ?? NullValue.Instance)]),
        JValue { Type: JTokenType.Boolean } flag => new BoolValue((bool)flag),
        JValue { Type: JTokenType.Integer or JTokenType.Float } number =>
            new NumberValue((double)number),
        JValue { Type: JTokenType.String } text => new StringValue((string?)text ?? ""),
        JValue { Type: JTokenType.Null } => NullValue.Instance,
        _ => null,
    };

    private static JToken ToToken(PropertyValue value) => value.Unwrapped switch
    {
        BoolValue flag => new JValue(flag.Value),
        NumberValue number when double.IsInteger(number.Value) && Math.Abs(number.Value) < 1e15 => new JValue((long)number.Value),
        NumberValue number => new JValue(number.Value),
        StringValue text => new JValue(text.Value),
        ArrayValue array => new JArray(array.Elements.Select(ToToken)),
        ObjectValue members => new JObject(members.Properties
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => new JProperty(member.Key, ToToken(member.Value)))),
        _ => JValue.CreateNull(),
    };
}
