using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PulumiNumbers.Tests.Published.Examples;

/// <summary>Reads examples in Pulumi YAML.</summary>
internal sealed partial class YamlReader
{
    private const string Package = "numbers:";
    private readonly List<Declaration> _declarations = [];
    private readonly List<ExampleValue.Reference> _references = [];

    public static ProgramModel Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        var reader = new YamlReader();
        foreach (var (name, resource) in Members(root, "resources"))
            reader.Declare(name, Text(resource, "type"), Members(resource, "properties"));
        foreach (var (name, variable) in Members(root, "variables"))
            reader.Declare(name, Text(variable["fn::invoke"], "function"), Members(variable["fn::invoke"], "arguments"));
        foreach (var (_, output) in Members(root, "outputs"))
            reader.Value(output);
        return new ProgramModel(reader._declarations, reader._references);
    }

    private void Declare(string name, string token, IEnumerable<(string Name, YamlNode Value)> inputs)
    {
        if (!token.StartsWith(Package, StringComparison.Ordinal))
            throw new FormatException($"{token} is not of this package.");
        _declarations.Add(new Declaration(name, token[Package.Length..], inputs.ToDictionary(input => input.Name, input => Value(input.Value), StringComparer.Ordinal)));
    }

    private ExampleValue Value(YamlNode node) => node switch
    {
        YamlSequenceNode list => new ExampleValue.List([.. list.Select(Value)]),
        YamlMappingNode map => new ExampleValue.Map([.. map.Children.Values.Select(Value)]),
        YamlScalarNode scalar => Scalar(scalar),
        _ => throw new FormatException($"{node} is no value that examples use."),
    };

    private ExampleValue Scalar(YamlScalarNode scalar)
    {
        var text = scalar.Value!;
        if (Interpolation().Match(text) is { Success: true } match)
        {
            var reference = new ExampleValue.Reference(match.Groups["variable"].Value, match.Groups["property"].Value);
            _references.Add(reference);
            return reference;
        }

        if (scalar.Style is not ScalarStyle.Plain)
            return new ExampleValue.Text(text);
        if (text is "true" or "false")
            return new ExampleValue.Boolean();
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new ExampleValue.Number(number == Math.Floor(number))
            : new ExampleValue.Text(text);
    }

    private static IEnumerable<(string Name, YamlNode Value)> Members(YamlNode parent, string name) =>
        ((YamlMappingNode)parent).Children.TryGetValue(new YamlScalarNode(name), out var members)
            ? ((YamlMappingNode)members).Children.Select(member => (((YamlScalarNode)member.Key).Value!, member.Value))
            : [];

    private static string Text(YamlNode parent, string name) => ((YamlScalarNode)parent[name]).Value!;

    [GeneratedRegex(@"^\$\{(?<variable>\w+)\.(?<property>\w+)\}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Interpolation();
}
