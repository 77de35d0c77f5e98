using System.Globalization;
using Newtonsoft.Json.Linq;
using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.SdkGenerator.CSharp;

/// <summary>The C# types that Pulumi's own generator gives to the types of a schema.</summary>
internal static class CSharpTypes
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "base", "bool", "case", "checked", "class", "const", "continue", "decimal", "default", "delegate", "do", "double", "else", "enum",
        "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface",
        "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected",
        "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "static", "string", "struct", "switch", "this", "throw",
        "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
        "abstract", "as", "break", "byte", "catch", "char", "stackalloc",
    };

    /// <summary>What a program reads from a resource or from a function's result.</summary>
    public static string Output(SchemaProperty property) =>
        Value(property.Type, "Outputs.", "") + (property.Required || property.Type is SchemaType.List ? "" : "?");

    /// <summary>What a program gives to a resource, or to a function where it is an output; without the mark of nullability.</summary>
    public static string Input(SchemaType type) => type switch
    {
        SchemaType.List list => $"InputList<{Value(list.Element, "Inputs.", "Args")}>",
        SchemaType.Map map => $"InputMap<{Value(map.Element, "Inputs.", "Args")}>",
        _ => $"Input<{Value(type, "Inputs.", "Args")}>",
    };

    /// <summary>What a program gives to a function as a plain value; without the mark of nullability.</summary>
    public static string Plain(SchemaType type) => type switch
    {
        SchemaType.List list => $"List<{Value(list.Element, "Inputs.", "")}>",
        SchemaType.Map map => $"Dictionary<string, {Value(map.Element, "Inputs.", "")}>",
        _ => Value(type, "Inputs.", ""),
    };

    /// <summary>What a configuration variable holds.</summary>
    public static string Config(SchemaType type) => Value(type, "Outputs.", "") + (type is SchemaType.List ? "" : "?");

    public static bool IsCollection(SchemaType type) => type is SchemaType.List or SchemaType.Map;

    public static bool IsValueType(SchemaType type) => type is SchemaType.EnumReference or SchemaType.Primitive { Kind: not PrimitiveKind.Text };

    /// <summary>A constant default as an expression.</summary>
    public static string Literal(PackageSchema package, SchemaType type, JValue value) => type switch
    {
        SchemaType.EnumReference reference => EnumMember(package, reference.Token, (string)value!),
        SchemaType.Primitive { Kind: PrimitiveKind.Text } => Quote((string)value!),
        SchemaType.Primitive { Kind: PrimitiveKind.Boolean } => (bool)value ? "true" : "false",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    public static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>A property's name as that of a parameter.</summary>
    public static string Parameter(string name) => Keywords.Contains(name) ? $"@{name}" : name;

    private static string EnumMember(PackageSchema package, string token, string value)
    {
        var member = package.Enums.Single(type => type.Token == token).Values.SingleOrDefault(member => member.Value == value)
            ?? throw new SchemaException($"{token} has no value `{value}`.");
        return $"{SchemaNames.ClassName(token)}.{member.Name}";
    }

    private static string Value(SchemaType type, string objectNamespace, string objectSuffix) => type switch
    {
        SchemaType.Primitive { Kind: PrimitiveKind.Text } => "string",
        SchemaType.Primitive { Kind: PrimitiveKind.Boolean } => "bool",
        SchemaType.Primitive { Kind: PrimitiveKind.Integer } => "int",
        SchemaType.Primitive => "double",
        SchemaType.EnumReference reference => SchemaNames.ClassName(reference.Token),
        SchemaType.ObjectReference reference => objectNamespace + SchemaNames.ClassName(reference.Token) + objectSuffix,
        SchemaType.List list => $"ImmutableArray<{Value(list.Element, objectNamespace, objectSuffix)}>",
        SchemaType.Map map => $"ImmutableDictionary<string, {Value(map.Element, objectNamespace, objectSuffix)}>",
        _ => throw new SchemaException($"{type} has no C# type."),
    };
}
