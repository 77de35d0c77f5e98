using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Engine.Secrets;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PulumiNumbers.Engine.Projects;

/// <summary>The settings of one stack, <c>Pulumi.STACK.yaml</c> beside the project file; a stack without one has no settings.</summary>
public sealed class StackFile
{
    private const string SaltKey = "encryptionsalt";

    private readonly Project _project;
    private readonly string _path;

    /// <summary>The file of a stack of the project.</summary>
    public StackFile(Project project, string stack)
    {
        _project = project;
        _path = Path.Combine(project.Folder, $"Pulumi.{stack}.yaml");
    }

    /// <summary>The salt that the stack's secrets were encrypted with, or null.</summary>
    public string? Salt => File.Exists(_path) ? YamlFile.Text(YamlFile.Find(YamlFile.Load(_path), SaltKey)) : null;

    /// <summary>Keeps a new salt; a file that is there is added to and otherwise left as it is.</summary>
    public void SaveSalt(string salt)
    {
        var text = File.Exists(_path) ? File.ReadAllText(_path, Encoding.UTF8) : "";
        File.WriteAllText(_path, $"{SaltKey}: {salt}\n{text}");
    }

    /// <summary>The stack's configuration over the project's defaults, keys in full (<c>numbers:vonageApiKey</c>), secrets decrypted.</summary>
    public IReadOnlyDictionary<string, ConfigValue> ReadConfig(ICrypter crypter)
    {
        var reader = new ConfigReader(crypter);
        var values = new SortedDictionary<string, ConfigValue>(StringComparer.Ordinal);
        foreach (var (key, node) in _project.Config)
        {
            var declared = YamlFile.Find(node, "value") ?? YamlFile.Find(node, "default");
            if (declared is not null || node is not YamlDotNet.RepresentationModel.YamlMappingNode)
                values[FullKey(key)] = reader.Read(declared ?? node);
        }
        if (File.Exists(_path))
        {
            foreach (var (key, node) in YamlFile.Entries(YamlFile.Find(YamlFile.Load(_path), "config")))
                values[FullKey(key)] = reader.Read(node);
        }
        return values;
    }

    // Keys without a namespace are the project's; the form ns:config:key is an old spelling of ns:key.
    private string FullKey(string key) => key.Split(':') switch
    {
        [var name] => $"{_project.Name}:{name}",
        [var scope, "config", var name] => $"{scope}:{name}",
        _ => key,
    };
}

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

/// <summary>One configuration value; lists and maps are JSON text, as programs and providers get them.</summary>
public readonly record struct ConfigValue(string Text, bool IsSecret)
{
    /// <summary>A plain value.</summary>
    public static implicit operator ConfigValue(string text) => new(text, IsSecret: false);

    /// <summary>A value to be kept secret.</summary>
    public static ConfigValue Secret(string text) => new(text, IsSecret: true);

    /// <summary>The text, or <c>[secret]</c>.</summary>
    public override string ToString() => IsSecret ? "[secret]" : Text;
}
