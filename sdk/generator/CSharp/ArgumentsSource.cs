using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.SdkGenerator.CSharp;

/// <summary>Writes classes of inputs.</summary>
internal sealed class ArgumentsSource(PackageSchema package, CodeWriter code)
{
    /// <summary>Inputs that may be outputs of other resources.</summary>
    /// <param name="baseClass"><c>ResourceArgs</c> or <c>InvokeArgs</c>.</param>
    /// <param name="asJson">Whether what is no text travels as JSON text, as a provider's configuration does.</param>
    public void Write(string name, string baseClass, string summary, IReadOnlyList<SchemaProperty> inputs, bool asJson = false) =>
        Class(name, baseClass, summary, inputs, property => Member(property, CSharpTypes.Input(property.Type), Attribute(property, asJson)));

    /// <summary>Inputs of a function that are plain values.</summary>
    public void WritePlain(string name, string summary, IReadOnlyList<SchemaProperty> inputs) =>
        Class(name, "InvokeArgs", summary, inputs, property => Member(property, CSharpTypes.Plain(property.Type), Attribute(property, asJson: false)));

    private void Class(string name, string baseClass, string summary, IReadOnlyList<SchemaProperty> inputs, Action<SchemaProperty> member)
    {
        DocumentationComment.Summary(code, summary);
        code.Line($"public sealed class {name} : global::Pulumi.{baseClass}");
        code.Block(() =>
        {
            foreach (var input in inputs)
            {
                member(input);
                code.Line();
            }

            Constructor(name, inputs);
            code.Line();
            DocumentationComment.Summary(code, "Inputs with nothing but their defaults.");
            code.Line($"public static new {name} Empty => new {name}();");
        });
    }

    private void Member(SchemaProperty property, string type, string attribute)
    {
        var name = SchemaNames.Pascal(property.Name);
        if (CSharpTypes.IsCollection(property.Type))
            Collection(property, name, type, attribute);
        else if (property.Secret)
            SecretText(property, name, type, attribute);
        else
            Value(property, name, type, attribute);
    }

    private void Value(SchemaProperty property, string name, string type, string attribute)
    {
        var isInput = type.StartsWith("Input<", StringComparison.Ordinal);
        var initializer = property.Required && (isInput || !CSharpTypes.IsValueType(property.Type)) ? " = null!;" : "";
        Describe(property);
        code.Line(attribute);
        code.Line($"public {type}{(property.Required ? "" : "?")} {name} {{ get; set; }}{initializer}");
    }

    /// <summary>A collection is made when it is first read, so that it can be filled by a collection initializer.</summary>
    private void Collection(SchemaProperty property, string name, string type, string attribute)
    {
        if (property.Secret)
            throw new SchemaException($"{property.Name}: secret collections are not supported.");

        var field = $"_{property.Name}";
        code.Line(attribute);
        code.Line($"private {type}? {field};");
        code.Line();
        Describe(property);
        code.Line($"public {type} {name}");
        code.Block(() =>
        {
            code.Line($"get => {field} ?? ({field} = new {type}());");
            code.Line($"set => {field} = value;");
        });
    }

    private void SecretText(SchemaProperty property, string name, string type, string attribute)
    {
        if (type != "Input<string>")
            throw new SchemaException($"{property.Name}: only secret texts are supported.");

        var field = $"_{property.Name}";
        code.Line(attribute);
        code.Line($"private {type}? {field};");
        code.Line();
        Describe(property);
        code.Line($"public {type}? {name}");
        code.Block(() =>
        {
            code.Line($"get => {field};");
            code.Line($"set => {field} = Utilities.AsSecret(value);");
        });
    }

    private void Constructor(string name, IReadOnlyList<SchemaProperty> inputs)
    {
        DocumentationComment.Summary(code, "Inputs with nothing but their defaults.");
        code.Line($"public {name}()");
        code.Block(() =>
        {
            foreach (var input in inputs.Where(input => input.Default is not null || input.Environment.Count > 0))
                code.Line($"{SchemaNames.Pascal(input.Name)} = {Default(input)};");
        });
    }

    /// <summary>A variable that is not set leaves the input out, where a converted null would be an input that is null.</summary>
    private string Default(SchemaProperty input)
    {
        var value = DefaultValue.Expression(package, input);
        return input.Default is null ? $"{value} ?? default({CSharpTypes.Input(input.Type)})" : value;
    }

    private void Describe(SchemaProperty property)
    {
        DocumentationComment.Write(code, property.Description);
        if (property.Deprecation is { } message)
            code.Line($"[Obsolete({CSharpTypes.Quote(message)})]");
    }

    private static string Attribute(SchemaProperty property, bool asJson)
    {
        var required = property.Required ? ", required: true" : "";
        var json = asJson && property.Type is not SchemaType.Primitive { Kind: PrimitiveKind.Text } ? ", json: true" : "";
        return $"[Input(\"{property.Name}\"{required}{json})]";
    }
}

/// <summary>The defaults of inputs and configuration variables.</summary>
internal static class DefaultValue
{
    /// <summary>From the environment, else the constant.</summary>
    public static string Expression(PackageSchema package, SchemaProperty property)
    {
        var constant = property.Default is { } value ? CSharpTypes.Literal(package, property.Type, value) : null;
        if (property.Environment.Count == 0)
            return constant ?? throw new SchemaException($"{property.Name} has no default.");

        var environment = $"Utilities.{Reader(property.Type)}({string.Join(", ", property.Environment.Select(CSharpTypes.Quote))})";
        return constant is null ? environment : $"{environment} ?? {constant}";
    }

    private static string Reader(SchemaType type) => type switch
    {
        SchemaType.Primitive { Kind: PrimitiveKind.Boolean } => "GetEnvBoolean",
        SchemaType.Primitive { Kind: PrimitiveKind.Integer } => "GetEnvInt32",
        SchemaType.Primitive { Kind: PrimitiveKind.Number } => "GetEnvDouble",
        SchemaType.Primitive => "GetEnv",
        _ => throw new SchemaException("Only texts, booleans and numbers can be read from the environment."),
    };
}
