using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PulumiNumbers.Plugin.Generators;

/// <summary>Source text that describes types; equal by content, so that the compiler generates nothing again where nothing changed.</summary>
internal sealed class TypeDescriptions : IEquatable<TypeDescriptions>
{
    private const string PropertyAttribute = "PulumiNumbers.Plugin.Authoring.PropertyAttribute";

    private static readonly SymbolDisplayFormat NonNullable = SymbolDisplayFormat.FullyQualifiedFormat;

    private readonly Queue<INamedTypeSymbol> _pending = new();

    private TypeDescriptions()
    {
    }

    /// <summary>No type.</summary>
    public static TypeDescriptions None { get; } = new();

    /// <summary>How many types are described.</summary>
    public int Count => Types.Count + Unsupported.Count;

    /// <summary>The statement that registers a type, by the type's name.</summary>
    public SortedDictionary<string, string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Declarations by which records are made and their properties set.</summary>
    public SortedSet<string> Accessors { get; } = new(StringComparer.Ordinal);

    /// <summary>Types that have no descriptor, by the property that has them.</summary>
    public SortedDictionary<string, string> Unsupported { get; } = new(StringComparer.Ordinal);

    /// <summary>Describes types and those that their properties have.</summary>
    public static TypeDescriptions Of(IEnumerable<INamedTypeSymbol> types)
    {
        var descriptions = new TypeDescriptions();
        foreach (var type in types)
            descriptions._pending.Enqueue(type);
        while (descriptions._pending.Count > 0)
            descriptions.Add(descriptions._pending.Dequeue());
        return descriptions;
    }

    /// <inheritdoc/>
    public bool Equals(TypeDescriptions? other) =>
        other is not null && Types.SequenceEqual(other.Types) && Accessors.SetEquals(other.Accessors) && Unsupported.SequenceEqual(other.Unsupported);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TypeDescriptions);

    /// <inheritdoc/>
    public override int GetHashCode() => Types.Count;

    private static string NameOf(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(NonNullable);

    private static string Identifier(ITypeSymbol type) => Regex.Replace(NameOf(type).Replace("global::", ""), "[^A-Za-z0-9]", "_", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string Text(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Flag(bool flag) => flag ? "true" : "false";

    private static AttributeData? Find(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(data => data.AttributeClass?.ToDisplayString() == attribute);

    private static string? Description(ISymbol symbol) =>
        Find(symbol, "System.ComponentModel.DescriptionAttribute")?.ConstructorArguments.FirstOrDefault().Value as string;

    private static IEnumerable<IPropertySymbol> Declared(INamedTypeSymbol type) => type.GetMembers().OfType<IPropertySymbol>()
        .Where(property => !property.IsStatic && Find(property, PropertyAttribute) is not null);

    private static List<IPropertySymbol> PropertiesOf(INamedTypeSymbol type)
    {
        var hierarchy = new Stack<INamedTypeSymbol>();
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
            hierarchy.Push(current);
        var properties = new List<IPropertySymbol>();
        foreach (var property in hierarchy.SelectMany(Declared))
        {
            var inherited = properties.FindIndex(other => other.Name == property.Name);
            if (inherited < 0)
                properties.Add(property);
            else
                properties[inherited] = property;
        }
        return properties;
    }

    private static bool IsParsable(ITypeSymbol type) => type.IsValueType && type.AllInterfaces.Any(contract =>
        contract is { Name: "IParsable", ContainingNamespace.Name: "System" });

    private static bool IsConstructible(INamedTypeSymbol type) => type.TypeKind is TypeKind.Class && !type.IsAbstract
        && type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty);

    /// <summary>The source of an attribute, as it stands on the property.</summary>
    private static string Source(AttributeData data, string? firstArgument = null)
    {
        var arguments = data.ConstructorArguments.Select(Source).ToList();
        if (firstArgument is not null)
            arguments = [firstArgument];
        var source = $"new {NameOf(data.AttributeClass!)}({string.Join(", ", arguments)})";
        return data.NamedArguments.IsEmpty
            ? source
            : $"{source} {{ {string.Join(", ", data.NamedArguments.Select(argument => $"{argument.Key} = {Source(argument.Value)}"))} }}";
    }

    private static string Source(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Array => $"new {NameOf(constant.Type!)} {{ {string.Join(", ", constant.Values.Select(Source))} }}",
        TypedConstantKind.Type => $"typeof({NameOf((ITypeSymbol)constant.Value!)})",
        TypedConstantKind.Enum => $"({NameOf(constant.Type!)})({Convert.ToString(constant.Value, CultureInfo.InvariantCulture)})",
        _ when constant.Value is null => "null",
        _ when constant.Value is string text => Text(text),
        _ when constant.Value is double number => number.ToString("R", CultureInfo.InvariantCulture) + "D",
        _ => $"({NameOf(constant.Type!)})({SymbolDisplay.FormatPrimitive(constant.Value!, quoteStrings: true, useHexadecimalNumbers: false)})",
    };

    /// <summary>The summary of a property's documentation as Markdown, for attributes without a text of their own.</summary>
    private static string Summary(IPropertySymbol property)
    {
        var documentation = property.GetDocumentationCommentXml(CultureInfo.InvariantCulture);
        if (string.IsNullOrEmpty(documentation))
            return "";
        try
        {
            var summary = XElement.Parse(documentation).Element("summary");
            return summary is null ? "" : Regex.Replace(Markdown(summary), @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1)).Trim();
        }
        catch (XmlException)
        {
            return "";
        }
    }

    private static string Markdown(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } reference => $"`{(reference.Attribute("cref") ?? reference.Attribute("langword"))?.Value.Split('.').Last()}`",
        XElement other => Markdown(other),
        _ => "",
    }));

    private void Add(INamedTypeSymbol type)
    {
        var name = NameOf(type);
        if (Types.ContainsKey(name))
            return;
        Types.Add(name, "");
        Types[name] = type.TypeKind is TypeKind.Enum ? DescribeEnum(type, name) : DescribeRecord(type, name);
    }

    private static string DescribeEnum(INamedTypeSymbol type, string name)
    {
        var source = new StringBuilder();
        source.AppendLine($"        AddEnum<{name}>({Text(Description(type))}, [");
        foreach (var member in type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue))
        {
            var wireName = Find(member, "System.Runtime.Serialization.EnumMemberAttribute")?.NamedArguments
                .FirstOrDefault(argument => argument.Key == "Value").Value.Value as string ?? member.Name;
            source.AppendLine($"            new({name}.{member.Name}, {Text(member.Name)}, {Text(wireName)}, {Text(Description(member))}),");
        }
        return source.Append("        ]);").ToString();
    }

    private string DescribeRecord(INamedTypeSymbol type, string name)
    {
        var create = $"Create_{Identifier(type)}";
        Accessors.Add(
            $"""
                [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Constructor)]
                private static extern {name} {create}();
            """);
        var source = new StringBuilder();
        source.AppendLine($"        AddRecord<{name}>({Text(Description(type))}, static () => {create}(), () => [");
        foreach (var property in PropertiesOf(type))
            source.AppendLine(DescribeProperty(property, name));
        return source.Append("        ]);").ToString();
    }

    private string DescribeProperty(IPropertySymbol property, string owner)
    {
        var declaring = NameOf(property.ContainingType);
        var type = property.Type.ToDisplayString(NonNullable);
        var annotated = property.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } ? type + "?" : type;
        var field = $"Field_{Identifier(property.ContainingType)}_{property.Name}";
        Accessors.Add(
            $"""
                [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = "<{property.Name}>k__BackingField")]
                private static extern ref {annotated} {field}({declaring} record);
            """);

        var attribute = Find(property, PropertyAttribute)!;
        var hasText = attribute.ConstructorArguments.FirstOrDefault().Value is string { Length: > 0 };
        var parts = new List<string>
        {
            $"Name = {Text(WireName(property, attribute))}",
            $"Attribute = {Source(attribute, hasText ? null : Text(Summary(property)))}",
            $"Type = {Descriptor(property.Type, property)}",
            $"Get = static record => (({owner})record).{property.Name}",
            $"Set = static (record, value) => {field}(({declaring})record) = ({annotated})value!",
            $"IsRequired = {Flag(property.IsRequired)}",
            $"IsNullable = {Flag(property.Type.NullableAnnotation is NullableAnnotation.Annotated || IsNullableValue(property.Type))}",
        };
        if (Find(property, "PulumiNumbers.Plugin.Authoring.AutoNameAttribute") is { } autoName)
            parts.Add($"AutoName = {Source(autoName)}");
        if (Find(property, "PulumiNumbers.Plugin.Authoring.EnvironmentAttribute") is { } environment)
            parts.Add($"Environment = {Source(environment)}");
        if (Find(property, "System.ComponentModel.DefaultValueAttribute") is { } defaultValue)
            parts.Add($"DefaultValue = {Source(defaultValue.ConstructorArguments.First())}");
        var constraints = property.GetAttributes().Where(data => IsValidation(data.AttributeClass)).Select(data => Source(data)).ToList();
        if (constraints.Count > 0)
            parts.Add($"Constraints = [{string.Join(", ", constraints)}]");
        return $"            new() {{ {string.Join(", ", parts)} }},";
    }

    private static string WireName(IPropertySymbol property, AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Name").Value.Value as string
        ?? char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);

    private static bool IsNullableValue(ITypeSymbol type) => type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T;

    private static bool IsValidation(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.ToDisplayString() == "System.ComponentModel.DataAnnotations.ValidationAttribute")
                return true;
        }
        return false;
    }

    private string Descriptor(ITypeSymbol type, IPropertySymbol property)
    {
        if (IsNullableValue(type))
            type = ((INamedTypeSymbol)type).TypeArguments[0];
        switch (type.SpecialType)
        {
            case SpecialType.System_String:
                return "Text";
            case SpecialType.System_Boolean:
                return "Boolean";
            case SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double or SpecialType.System_Decimal:
                return $"Number<{NameOf(type)}>()";
        }
        if (type is not INamedTypeSymbol named)
            return Refuse(type, property);
        if (named.TypeKind is TypeKind.Enum || (IsConstructible(named) && !named.IsGenericType))
        {
            _pending.Enqueue((INamedTypeSymbol)named.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
            return $"Of<{NameOf(named)}>()";
        }
        if (IsParsable(named))
            return $"Parsable<{NameOf(named)}>()";
        return (named.Name, named.TypeArguments.Length) switch
        {
            ("IReadOnlyList", 1) => $"List<{NameOf(named.TypeArguments[0])}>({Descriptor(named.TypeArguments[0], property)})",
            ("IReadOnlySet", 1) => $"Set<{NameOf(named.TypeArguments[0])}>({Descriptor(named.TypeArguments[0], property)})",
            ("IReadOnlyDictionary", 2) when named.TypeArguments[0].SpecialType is SpecialType.System_String =>
                $"Map<{NameOf(named.TypeArguments[1])}>({Descriptor(named.TypeArguments[1], property)})",
            _ => Refuse(type, property),
        };
    }

    private string Refuse(ITypeSymbol type, IPropertySymbol property)
    {
        Unsupported[property.ToDisplayString()] = type.ToDisplayString();
        return "Text";
    }
}
