using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Engine.Secrets;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PulumiNumbers.Engine.Projects;

/// <summary>Reads configuration values as Pulumi's YAML files write them, <c>secure:</c> ones decrypted.</summary>
internal sealed class ConfigReader(ICrypter crypter)
{
    private const string Secure = "secure";

    /// <summary>The value of one key. Lists and maps become JSON; a secret anywhere in them makes the whole one.</summary>
    public ConfigValue Read(YamlNode node)
    {
        var isSecret = false;
        var token = Token(node, ref isSecret);
        var text = token is JValue && node is YamlScalarNode scalar ? scalar.Value ?? "" : token.Type == JTokenType.String ? (string)token! : token.ToString(Formatting.None);
        return new(text, isSecret);
    }

    private static JValue Scalar(YamlScalarNode node)
    {
        var text = node.Value ?? "";
        if (node.Style != ScalarStyle.Plain)
            return new(text);
        if (bool.TryParse(text, out var flag))
            return new(flag);
        if (text is "" or "~" or "null")
            return JValue.CreateNull();
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? new(whole)
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new(number)
            : new(text);
    }

    private JToken Token(YamlNode node, ref bool isSecret)
    {
        switch (node)
        {
            case YamlMappingNode { Children.Count: 1 } map when map.Children.TryGetValue(new YamlScalarNode(Secure), out var ciphertext):
                isSecret = true;
                return new JValue(crypter.Decrypt(((YamlScalarNode)ciphertext).Value ?? ""));
            case YamlMappingNode map:
                var json = new JObject();
                foreach (var (key, value) in map.Children)
                    json[((YamlScalarNode)key).Value ?? ""] = Token(value, ref isSecret);
                return json;
            case YamlSequenceNode list:
                var array = new JArray();
                foreach (var element in list.Children)
                    array.Add(Token(element, ref isSecret));
                return array;
            default:
                return Scalar((YamlScalarNode)node);
        }
    }
}
