using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.Tests.Published.Examples;

/// <summary>What an example does with the package, whatever its language. Names are the schema's.</summary>
/// <param name="References">Every <c>variable.property</c> that the program reads.</param>
internal sealed record ProgramModel(IReadOnlyList<Declaration> Declarations, IReadOnlyList<ExampleValue.Reference> References);

/// <summary>A resource that is declared or a function that is called.</summary>
/// <param name="Name">The variable, or the resource's name in YAML.</param>
/// <param name="Token">The last part of the token, such as <c>NumberPool</c> or <c>getNumberPool</c>.</param>
internal sealed record Declaration(string Name, string Token, IReadOnlyDictionary<string, ExampleValue> Inputs);

internal abstract record ExampleValue
{
    internal sealed record Text(string Value) : ExampleValue;

    internal sealed record Boolean : ExampleValue;

    internal sealed record Number(bool IsWhole) : ExampleValue;

    /// <param name="Type">The enumeration's class; null where the language writes the bare value.</param>
    /// <param name="Member">The member as the schema names it.</param>
    internal sealed record EnumMember(string Type, string Member) : ExampleValue;

    internal sealed record List(IReadOnlyList<ExampleValue> Elements) : ExampleValue;

    internal sealed record Map(IReadOnlyList<ExampleValue> Elements) : ExampleValue;

    internal sealed record Reference(string Variable, string Property) : ExampleValue;
}

/// <summary>Finds what in an example the schema does not know.</summary>
internal sealed class ProgramChecker(PackageSchema schema)
{
    public IReadOnlyList<string> Check(ProgramModel program)
    {
        if (program.Declarations.Count == 0)
            return ["The program declares nothing of the package."];

        var outputs = program.Declarations.ToDictionary(declaration => declaration.Name, declaration => Outputs(declaration.Token), StringComparer.Ordinal);
        return [.. program.Declarations.SelectMany(Check), .. program.References.SelectMany(reference => Check(reference, outputs))];
    }

    private IEnumerable<string> Check(Declaration declaration)
    {
        if (Inputs(declaration.Token) is not { } inputs)
        {
            yield return $"{declaration.Token} is neither a resource nor a function.";
            yield break;
        }

        foreach (var missing in inputs.Where(input => input.Required && !declaration.Inputs.ContainsKey(input.Name)))
            yield return $"{declaration.Name}: the required {missing.Name} is missing.";
        foreach (var (name, value) in declaration.Inputs)
        {
            if (inputs.SingleOrDefault(input => input.Name == name) is not { } input)
                yield return $"{declaration.Name}: {declaration.Token} has no input {name}.";
            else if (!Matches(input.Type, value))
                yield return $"{declaration.Name}: {name} cannot be {value}.";
        }
    }

    private static IEnumerable<string> Check(ExampleValue.Reference reference, Dictionary<string, HashSet<string>> outputs)
    {
        if (!outputs.TryGetValue(reference.Variable, out var properties))
            yield return $"{reference.Variable} is not declared.";
        else if (!properties.Contains(reference.Property))
            yield return $"{reference.Variable} has no output {reference.Property}.";
    }

    private bool Matches(SchemaType type, ExampleValue value) => (type, value) switch
    {
        (_, ExampleValue.Reference) => true,
        (SchemaType.EnumReference reference, ExampleValue.EnumMember member) =>
            SchemaNames.ClassName(reference.Token) == member.Type && Enum(reference).Values.Any(candidate => candidate.Name == member.Member),
        (SchemaType.EnumReference reference, ExampleValue.Text text) => Enum(reference).Values.Any(candidate => candidate.Value == text.Value),
        (SchemaType.List list, ExampleValue.List elements) => elements.Elements.All(element => Matches(list.Element, element)),
        (SchemaType.Map map, ExampleValue.Map entries) => entries.Elements.All(element => Matches(map.Element, element)),
        (SchemaType.Primitive { Kind: PrimitiveKind.Text }, ExampleValue.Text) => true,
        (SchemaType.Primitive { Kind: PrimitiveKind.Boolean }, ExampleValue.Boolean) => true,
        (SchemaType.Primitive { Kind: PrimitiveKind.Number }, ExampleValue.Number) => true,
        (SchemaType.Primitive { Kind: PrimitiveKind.Integer }, ExampleValue.Number { IsWhole: true }) => true,
        _ => false,
    };

    private SchemaEnum Enum(SchemaType.EnumReference reference) => schema.Enums.Single(type => type.Token == reference.Token);

    private IReadOnlyList<SchemaProperty>? Inputs(string name) =>
        schema.Resources.SingleOrDefault(resource => Last(resource.Token) == name)?.Inputs
        ?? schema.Functions.SingleOrDefault(function => Last(function.Token) == name)?.Inputs;

    private HashSet<string> Outputs(string name) =>
        (schema.Resources.SingleOrDefault(resource => Last(resource.Token) == name)?.Properties
            ?? schema.Functions.SingleOrDefault(function => Last(function.Token) == name)?.Outputs ?? [])
        .Select(property => property.Name)
        .Append("id")
        .ToHashSet(StringComparer.Ordinal);

    private static string Last(string token) => token[(token.LastIndexOf(':') + 1)..];
}
