using System.Text;
using PulumiNumbers.Engine.Secrets;

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
