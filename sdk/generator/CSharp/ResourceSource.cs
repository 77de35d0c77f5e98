using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.SdkGenerator.CSharp;

/// <summary>Writes a resource class, or the provider's, and the class of its inputs.</summary>
internal sealed class ResourceSource(PackageSchema package, SchemaResource resource)
{
    private readonly CodeWriter _code = new();
    private readonly bool _isProvider = resource.Token.StartsWith("pulumi:providers:", StringComparison.Ordinal);

    private string Name => _isProvider ? "Provider" : SchemaNames.ClassName(resource.Token);

    private string Token => _isProvider ? package.Name : resource.Token;

    public string Write()
    {
        DocumentationComment.Write(_code, resource.Description);
        _code.Line($"[{SchemaNames.Pascal(package.Name)}ResourceType({CSharpTypes.Quote(resource.Token)})]");
        _code.Line($"public partial class {Name} : global::Pulumi.{(_isProvider ? "ProviderResource" : "CustomResource")}");
        _code.Block(() =>
        {
            foreach (var property in resource.Properties)
                Output(property);
            Constructor();
            if (!_isProvider)
                LookupConstructor();
            _code.Line();
            Options();
            if (!_isProvider)
                Lookup();
        });
        _code.Line();
        new ArgumentsSource(package, _code).Write(
            $"{Name}Args",
            "ResourceArgs",
            _isProvider
                ? "The configuration of a <see cref=\"Provider\"/>. What is left out comes from the environment, where a variable is named."
                : $"The inputs of <see cref=\"{Name}\"/>.",
            resource.Inputs,
            asJson: _isProvider);
        return _code.ToFile(package.Namespace, "System", "System.Collections.Immutable");
    }

    private void Output(SchemaProperty property)
    {
        DocumentationComment.Write(_code, property.Description);
        _code.Line($"[Output(\"{property.Name}\")]");
        _code.Line($"public Output<{CSharpTypes.Output(property)}> {SchemaNames.Pascal(property.Name)} {{ get; private set; }} = null!;");
        _code.Line();
    }

    private void Constructor()
    {
        var optional = resource.Inputs.All(input => !input.Required);
        DocumentationComment.Summary(_code, $"Declares a {Name} with the given unique name, inputs and options.");
        DocumentationComment.Parameter(_code, "name", "Its name, unique among those of its type in the program.");
        DocumentationComment.Parameter(_code, "args", "Its inputs.");
        DocumentationComment.Parameter(_code, "options", "How the engine treats it.");
        _code.Line($"public {Name}(string name, {Name}Args{(optional ? "? args = null" : " args")}, CustomResourceOptions? options = null)");
        _code.Indented(() => _code.Line($": base({CSharpTypes.Quote(Token)}, name, args ?? new {Name}Args(), MakeResourceOptions(options, \"\"))"));
        _code.Block(() => { });
    }

    private void LookupConstructor()
    {
        _code.Line();
        _code.Line($"private {Name}(string name, Input<string> id, CustomResourceOptions? options = null)");
        _code.Indented(() => _code.Line($": base({CSharpTypes.Quote(Token)}, name, null, MakeResourceOptions(options, id))"));
        _code.Block(() => { });
    }

    private void Options()
    {
        _code.Line("private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)");
        _code.Block(() =>
        {
            _code.Line("var defaults = new CustomResourceOptions");
            _code.Line("{");
            _code.Indented(() =>
            {
                _code.Line("Version = Utilities.Version,");
                if (package.PluginDownloadUrl is { } url)
                    _code.Line($"PluginDownloadURL = {CSharpTypes.Quote(url)},");
                if (resource.Properties.Any(property => property.Secret))
                    SecretOutputs();
            });
            _code.Line("};");
            _code.Line("var merged = CustomResourceOptions.Merge(defaults, options);");
            _code.Line("merged.Id = id ?? merged.Id;");
            _code.Line("return merged;");
        });
    }

    private void SecretOutputs()
    {
        _code.Line("AdditionalSecretOutputs =");
        _code.Line("{");
        _code.Indented(() =>
        {
            foreach (var property in resource.Properties.Where(property => property.Secret))
                _code.Line($"\"{property.Name}\",");
        });
        _code.Line("},");
    }

    private void Lookup()
    {
        _code.Line();
        DocumentationComment.Summary(_code, $"Reads an existing {Name} without managing it.");
        DocumentationComment.Parameter(_code, "name", "Its name, unique among those of its type in the program.");
        DocumentationComment.Parameter(_code, "id", "The provider's id.");
        DocumentationComment.Parameter(_code, "options", "How the engine treats it.");
        _code.Line($"public static {Name} Get(string name, Input<string> id, CustomResourceOptions? options = null)");
        _code.Block(() => _code.Line($"return new {Name}(name, id, options);"));
    }
}
