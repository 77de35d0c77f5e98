using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Engine.Secrets;
using PulumiNumbers.Rpc.Values;

namespace PulumiNumbers.Engine.Properties;

/// <summary>Property values as JSON: plain for people and programs, with encrypted secrets in a checkpoint.</summary>
public static class PropertyJson
{
    /// <summary>The form of the checkpoint: secrets become <c>{signature, ciphertext}</c>.</summary>
    public static JObject ToCheckpoint(PropertyMap map, ICrypter crypter) => ToObject(map, value => new JObject
    {
        [Signatures.Key] = Signatures.Secret,
        ["ciphertext"] = crypter.Encrypt(ToPlain(value.Unwrapped()).ToString(Formatting.None)),
    });

    /// <summary>The form of an export as plain text: secrets become <c>{signature, plaintext}</c>, the plaintext being JSON.</summary>
    public static JObject ToExport(PropertyMap map) => ToObject(map, value => new JObject
    {
        [Signatures.Key] = Signatures.Secret,
        ["plaintext"] = ToPlain(value.Unwrapped()).ToString(Formatting.None),
    });

    /// <summary>For outputs: secrets as <c>[secret]</c>, or as plain text where that was asked for.</summary>
    public static JObject ToDisplay(PropertyMap map, bool showSecrets) =>
        ToObject(map, value => showSecrets ? ToPlain(value.Unwrapped()) : new JValue("[secret]"));

    /// <summary>One value without its secret wrapping.</summary>
    public static JToken ToPlain(PropertyValue value) => ToToken(value, ToPlain);

    /// <summary>Reads any of the three forms.</summary>
    public static PropertyMap FromObject(JObject? json, ICrypter crypter) =>
        json is null ? [] : new(json.Properties().Select(p => KeyValuePair.Create(p.Name, FromToken(p.Value, crypter))));

    /// <summary>Reads a value.</summary>
    public static PropertyValue FromToken(JToken token, ICrypter crypter) => token.Type switch
    {
        JTokenType.Boolean => PropertyValue.Of((bool)token),
        JTokenType.Integer or JTokenType.Float => PropertyValue.Of((double)token),
        JTokenType.String => UnknownSentinels.Contains((string)token!) ? PropertyValue.Unknown : PropertyValue.Of((string)token!),
        JTokenType.Array => PropertyValue.Of((IReadOnlyList<PropertyValue>)[.. token.Select(e => FromToken(e, crypter))]),
        JTokenType.Object when string.Equals((string?)token[Signatures.Key], Signatures.Secret, StringComparison.Ordinal) =>
            PropertyValue.Secret(FromToken(JToken.Parse(SecretText(token, crypter)), crypter)),
        JTokenType.Object => PropertyValue.Of(FromObject((JObject)token, crypter)),
        _ => PropertyValue.Null,
    };

    private static string SecretText(JToken token, ICrypter crypter) =>
        (string?)token["plaintext"] ?? crypter.Decrypt((string?)token["ciphertext"] ?? throw new JsonException("A secret in the checkpoint has no ciphertext."));

    private static JObject ToObject(PropertyMap map, Func<PropertyValue, JToken> secret) =>
        new(map.Select(p => new JProperty(p.Key, ToToken(p.Value, secret))));

    private static JToken ToToken(PropertyValue value, Func<PropertyValue, JToken> secret) => value.Kind switch
    {
        PropertyKind.Null => JValue.CreateNull(),
        PropertyKind.Boolean => new JValue(value.AsBoolean),
        PropertyKind.Number => Number(value.AsNumber),
        PropertyKind.String => new JValue(value.AsString),
        PropertyKind.Array => new JArray(value.AsArray.Select(e => ToToken(e, secret))),
        PropertyKind.Object => ToObject(value.AsObject, secret),
        PropertyKind.Secret => secret(value),
        _ => new JValue(UnknownSentinels.Any),
    };

    // Pulumi writes whole numbers without a fraction; 2^53 is where doubles stop telling neighbours apart.
    private static JValue Number(double value) =>
        Math.Abs(value) <= 9007199254740992 && Math.Floor(value).Equals(value) ? new JValue((long)value) : new JValue(value);
}
