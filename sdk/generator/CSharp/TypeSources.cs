using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.SdkGenerator.CSharp;

/// <summary>Writes classes of results, which Pulumi fills through their constructors.</summary>
internal sealed class ObjectSource(CodeWriter code)
{
    /// <param name="summary">The summary as XML; null where <paramref name="description"/> says it in Markdown.</param>
    public void Write(string name, string? summary, IReadOnlyList<SchemaProperty> properties, string description = "")
    {
        if (summary is null)
            DocumentationComment.Write(code, description);
        else
            DocumentationComment.Summary(code, summary);
        code.Line("[OutputType]");
        code.Line($"public sealed class {name}");
        code.Block(() =>
        {
            foreach (var property in properties)
            {
                DocumentationComment.Write(code, property.Description);
                code.Line($"public readonly {CSharpTypes.Output(property)} {SchemaNames.Pascal(property.Name)};");
                code.Line();
            }

            Constructor(name, properties);
        });
    }

    private void Constructor(string name, IReadOnlyList<SchemaProperty> properties)
    {
        code.Line("[OutputConstructor]");
        code.Line($"private {name}(");
        code.Indented(() =>
        {
            for (var i = 0; i < properties.Count; i++)
            {
                var end = i == properties.Count - 1 ? ")" : ",";
                code.Line($"{CSharpTypes.Output(properties[i])} {CSharpTypes.Parameter(properties[i].Name)}{end}");
            }
        });
        code.Block(() =>
        {
            foreach (var property in properties)
                code.Line($"{SchemaNames.Pascal(property.Name)} = {CSharpTypes.Parameter(property.Name)};");
        });
    }
}

/// <summary>Writes the enumerations of strings.</summary>
internal static class EnumSource
{
    public static string Write(PackageSchema package)
    {
        var code = new CodeWriter();
        code.Separated(package.Enums, type => Write(code, type));
        return code.ToFile(package.Namespace, "System", "System.ComponentModel");
    }

    private static void Write(CodeWriter code, SchemaEnum type)
    {
        var name = SchemaNames.ClassName(type.Token);
        DocumentationComment.Write(code, type.Description);
        code.Line("[EnumType]");
        code.Line($"public readonly struct {name} : IEquatable<{name}>");
        code.Block(() =>
        {
            code.Line("private readonly string _value;");
            code.Line();
            code.Line($"private {name}(string value)");
            code.Block(() => code.Line("_value = value ?? throw new ArgumentNullException(nameof(value));"));
            foreach (var value in type.Values)
            {
                code.Line();
                DocumentationComment.Write(code, value.Description);
                code.Line($"public static {name} {value.Name} {{ get; }} = new {name}({CSharpTypes.Quote(value.Value)});");
            }

            code.Line();
            Equality(code, name);
        });
    }

    private static void Equality(CodeWriter code, string name)
    {
        DocumentationComment.Summary(code, "Whether both are the same value.");
        code.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);");
        code.Line();
        DocumentationComment.Summary(code, "Whether the two are different values.");
        code.Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);");
        code.Line();
        DocumentationComment.Summary(code, "The value as the provider spells it.");
        code.Line($"public static explicit operator string({name} value) => value._value;");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("[EditorBrowsable(EditorBrowsableState.Never)]");
        code.Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line($"public bool Equals({name} other) => string.Equals(_value, other._value, StringComparison.Ordinal);");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("[EditorBrowsable(EditorBrowsableState.Never)]");
        code.Line("public override int GetHashCode() => _value?.GetHashCode() ?? 0;");
        code.Line();
        DocumentationComment.Summary(code, "The value as the provider spells it.");
        code.Line("public override string ToString() => _value;");
    }
}
