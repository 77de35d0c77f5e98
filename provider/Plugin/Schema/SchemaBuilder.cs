using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Engine;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Schema;

/// <summary>Derives the Pulumi package schema from a provider's records and attributes.</summary>
public static class SchemaBuilder
{
    /// <summary>The schema as indented JSON that ends in a line feed: the same bytes for the same definition.</summary>
    /// <exception cref="NotSupportedException">A property is of a type that has no place in a schema.</exception>
    public static string Build(ProviderDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var context = new BindingContext(new ShapeCatalog(), _ => null, TimeProvider.System);
        var types = new TypeSpecs(definition.Package.Name);
        var properties = new PropertySpecs(types);
        var config = definition.Configuration.Bind(context).Config;

        var schema = PackageSpecs.Describe(definition.Package);
        schema["config"] = new JObject { ["variables"] = properties.Describe(config.Properties) };
        var provider = DescribeProvider(definition.Package, config, properties);
        var resources = ByToken(
            definition.Resources, resource => ResourceBinding.TypeOf(resource).Token, resource => Describe(resource, definition.Package, context, properties));
        var functions = ByToken(
            definition.Functions, function => FunctionBinding.TypeOf(function).Token, function => Describe(function, definition.Package, context, properties));
        schema["types"] = types.DescribeAll(properties);
        schema["provider"] = provider;
        schema["resources"] = resources;
        schema["functions"] = functions;
        return schema.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>A provider's outputs are those of its inputs that are strings: nothing else can be read back from it.</summary>
    private static JObject DescribeProvider(PackageMetadata package, RecordShape config, PropertySpecs properties) => new()
    {
        ["description"] = $"The provider type for the {package.Name} package: an explicit configuration for some of a program's resources.",
        ["properties"] = properties.Describe([.. config.Properties.Where(property => property.Shape.IsText)]),
        ["type"] = "object",
        ["inputProperties"] = properties.Describe(config.Properties),
        ["requiredInputs"] = PropertySpecs.Names(config.Properties.Where(property => property.IsRequired)),
    };

    private static JObject Describe(Resource resource, PackageMetadata package, BindingContext context, PropertySpecs properties)
    {
        var binding = resource.Bind(context);
        var spec = new JObject
        {
            ["description"] = Document(package, ResourceBinding.TypeOf(resource).Token, ResourceBinding.TypeOf(resource).Description),
            ["properties"] = properties.DescribeOutputs(binding.State.Properties),
            ["type"] = "object",
            ["required"] = PropertySpecs.Names(binding.State.Properties.Where(PropertySpecs.IsAlwaysSet)),
            ["inputProperties"] = properties.Describe(binding.Args.Properties),
            ["requiredInputs"] = PropertySpecs.Names(binding.Args.Properties.Where(property => property.IsRequired)),
        };
        if (binding.CanList)
            spec["listInputs"] = new JObject { ["properties"] = new JObject() };
        return spec;
    }

    private static JObject Describe(Authoring.Function function, PackageMetadata package, BindingContext context, PropertySpecs properties)
    {
        var binding = function.Bind(context);
        return new JObject
        {
            ["description"] = Document(package, FunctionBinding.TypeOf(function).Token, FunctionBinding.TypeOf(function).Description),
            ["inputs"] = new JObject
            {
                ["properties"] = properties.Describe(binding.Args.Properties),
                ["type"] = "object",
                ["required"] = PropertySpecs.Names(binding.Args.Properties.Where(property => property.IsRequired)),
            },
            ["outputs"] = new JObject
            {
                ["properties"] = properties.DescribeOutputs(binding.Result.Properties),
                ["type"] = "object",
                ["required"] = PropertySpecs.Names(binding.Result.Properties.Where(PropertySpecs.IsAlwaysSet)),
            },
        };
    }

    private static string Document(PackageMetadata package, string token, string description) =>
        package.Documentation(token) is { } documentation ? $"{description.TrimEnd()}\n\n{documentation.Trim()}" : description;

    private static JObject ByToken<T>(IEnumerable<T> parts, Func<T, string> token, Func<T, JObject> describe) => new(parts
        .Select(part => (Token: token(part), Part: part))
        .OrderBy(part => part.Token, StringComparer.Ordinal)
        .Select(part => new JProperty(part.Token, describe(part.Part))));
}
