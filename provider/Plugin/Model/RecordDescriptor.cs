using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Plugin.Model;

/// <summary>A record: an object on the wire, with properties that the author chose.</summary>
/// <param name="name">The C# record's name.</param>
/// <param name="description">What it is, in Markdown; null for nothing.</param>
/// <param name="create">Makes a record without setting anything.</param>
/// <param name="properties">Its properties.</param>
internal sealed class RecordDescriptor(string name, string? description, Func<object> create, IReadOnlyList<PropertyDescriptor> properties) : TypeDescriptor
{
    /// <summary>The record without properties.</summary>
    public static RecordDescriptor None { get; } = new("", description: null, () => new object(), []);

    private readonly Lazy<ObjectValue> _initial = new(() => Start(create, properties));
    private readonly Dictionary<string, PropertyDescriptor> _byName = properties.ToDictionary(property => property.Name, StringComparer.Ordinal);

    /// <summary>The C# record's name.</summary>
    public string Name { get; } = name;

    /// <summary>What it is, in Markdown; null for nothing.</summary>
    public string? Description { get; } = description;

    /// <summary>Its properties, those of its base first, each group as declared.</summary>
    public IReadOnlyList<PropertyDescriptor> Properties { get; } = properties;

    /// <inheritdoc/>
    public override string Noun => "an object";

    /// <inheritdoc/>
    public override object Empty => ReadProperties(ObjectValue.Empty);

    /// <summary>The property of a wire name; null where there is none.</summary>
    public PropertyDescriptor? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The C# record of an object in normal form. Never fails: what is missing has its C# default.</summary>
    public object ReadProperties(ObjectValue value) => ReadProperties(value, new SharedValues());

    /// <inheritdoc cref="ReadProperties(ObjectValue)"/>
    public object ReadProperties(ObjectValue value, SharedValues shared)
    {
        var record = create();
        foreach (var property in Properties)
            property.Initialize(
                record, value[property.Name] is { } given ? shared.GetOrMake(given, property.Shape, () => property.Shape.Read(given)) : null);
        return record;
    }

    /// <summary>The object, in normal form, of a C# record. Nulls are left out.</summary>
    public ObjectValue WriteProperties(object record)
    {
        var values = new Dictionary<string, PropertyValue>(Properties.Count, StringComparer.Ordinal);
        foreach (var property in Properties)
        {
            if (property.Get(record) is { } value)
                values.Add(property.Name, property.Shape.Write(value).AsSecret(property.Attribute.Secret));
        }
        return new ObjectValue(values);
    }

    /// <summary>
    /// The inputs, in normal form, of a C# record, as a program would give them: what the record starts with is left out unless it was given before.
    /// </summary>
    public ObjectValue WriteInputs(object record, ObjectValue prior)
    {
        var values = new Dictionary<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var (name, value) in WriteProperties(record).Properties)
        {
            if (prior[name] is not null || !IsImplied(_byName[name], value))
                values.Add(name, value);
        }
        return new ObjectValue(values);
    }

    /// <summary>The inputs as a program would be generated from them: empty optional collections say nothing and are left out.</summary>
    public ObjectValue WithoutEmptyCollections(ObjectValue inputs) => new(inputs.Properties
        .Where(input => Find(input.Key) is not { IsRequired: false } || input.Value.Unwrapped is not (ArrayValue { Elements.Count: 0 } or ObjectValue { Properties.Count: 0 }))
        .ToDictionary(
            input => input.Key,
            input => Find(input.Key)?.Shape is RecordDescriptor record && input.Value is ObjectValue members ? record.WithoutEmptyCollections(members) : input.Value,
            StringComparer.Ordinal));

    /// <summary>Whether a value is the one that the record starts with, so that giving it says nothing.</summary>
    public bool IsImplied(PropertyDescriptor property, PropertyValue value) => _initial.Value[property.Name] is { } start && start.Equals(value.Unwrapped);

    /// <inheritdoc/>
    public override PropertyValue Write(object value) => WriteProperties(value);

    /// <summary>Brings an object into normal form and reports what is wrong with it: names that do not exist, what is missing, wrong values.</summary>
    public ObjectValue NormalizeProperties(ObjectValue value, PropertyPath path, Normalization normalization)
    {
        var normal = new Dictionary<string, PropertyValue>(value.Properties.Count, StringComparer.Ordinal);
        foreach (var (name, given) in value.Properties)
        {
            if (Find(name) is not { } property)
                normalization.FailUnknown(path.Key(name), Suggestion.ForUnknown(name, _byName.Keys), ResemblesSecret(name));
            else if (!given.IsNull)
                normal.Add(name, NormalizeProperty(property, given, path, normalization));
        }
        foreach (var property in Properties)
        {
            if (!normal.ContainsKey(property.Name))
                Complete(property, normal, path, normalization);
        }
        return new ObjectValue(normal);
    }

    /// <inheritdoc/>
    protected override PropertyValue NormalizeKnown(PropertyValue bare, PropertyPath path, Normalization normalization) =>
        bare is ObjectValue members ? NormalizeProperties(members, path, normalization) : Mismatch(bare, path, normalization);

    /// <inheritdoc/>
    protected override object? ReadKnown(PropertyValue bare) => bare is ObjectValue members ? ReadProperties(members) : null;

    private bool ResemblesSecret(string name) =>
        Suggestion.Nearest(name, _byName.Keys) is { } nearest && _byName[nearest].Attribute.Secret;

    /// <summary>What a record has before anything is given: its initialisers.</summary>
    private static ObjectValue Start(Func<object> create, IReadOnlyList<PropertyDescriptor> properties)
    {
        var record = create();
        return new ObjectValue(properties
            .Where(property => !property.IsRequired && property.Default is null)
            .Select(property => (property.Name, Value: property.Get(record) is { } value ? property.Shape.Write(value) : null))
            .Where(property => property.Value is not null)
            .ToDictionary(property => property.Name, property => property.Value!, StringComparer.Ordinal));
    }

    private static PropertyValue NormalizeProperty(
        PropertyDescriptor property, PropertyValue given, PropertyPath path, Normalization normalization)
    {
        var at = path.Key(property.Name);
        var failures = normalization.Failures.Count;
        var normal = normalization.Shared.GetOrMake(
            given, property.Shape, () => property.Shape.Normalize(given.AsSecret(property.Attribute.Secret), at, normalization));
        if (property.Constraints.Count > 0 && failures == normalization.Failures.Count && property.Shape.Read(normal) is { } read)
        {
            foreach (var constraint in property.Constraints.Where(constraint => !IsMet(constraint, read)))
                normalization.Fail(at, constraint.FormatErrorMessage(property.Name));
        }
        return normal;
    }

    private static bool IsMet(ValidationAttribute constraint, object value)
    {
        try
        {
            return constraint.IsValid(value);
        }
        catch (OverflowException)
        {
            // A range of whole numbers cannot take a larger one into its own type.
            return false;
        }
    }

    private static void Complete(
        PropertyDescriptor property, Dictionary<string, PropertyValue> normal, PropertyPath path, Normalization normalization)
    {
        if (property.Default is { } value)
            normal.Add(property.Name, value.AsSecret(property.Attribute.Secret));
        else if (property.IsRequired)
            normalization.FailMissing(path.Key(property.Name), property.Attribute.Description);
    }
}

/// <summary>One property of a record, with all that its attributes say. Generated code makes them.</summary>
public sealed class PropertyDescriptor
{
    private PropertyValue? _default;

    /// <summary>The name on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>What the author said about it.</summary>
    public required PropertyAttribute Attribute { get; init; }

    /// <summary>The type of its values.</summary>
    public required PropertyType Type { get; init; }

    /// <summary>Takes the value from a record.</summary>
    public required Func<object, object?> Get { get; init; }

    /// <summary>Puts a value into a record under construction.</summary>
    public required Action<object, object?> Set { get; init; }

    /// <summary>Whether it must be given: C#'s <c>required</c>.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Whether its C# type admits null.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>How its value is made from the resource's name; null for not at all.</summary>
    public AutoNameAttribute? AutoName { get; init; }

    /// <summary>The environment variables that give its value where the program does not; null for none.</summary>
    public EnvironmentAttribute? Environment { get; init; }

    /// <summary>What its values must also fulfil.</summary>
    public IReadOnlyList<ValidationAttribute> Constraints { get; init; } = [];

    /// <summary>The C# value where none is given; null for none.</summary>
    public object? DefaultValue { get; init; }

    /// <summary>Its values.</summary>
    internal TypeDescriptor Shape => Type.Shape;

    /// <summary>The value where none is given; null for none.</summary>
    internal PropertyValue? Default => DefaultValue is null ? null : _default ??= Shape.Write(DefaultValue);

    /// <summary>Puts a value into a record under construction; null leaves what the record starts with, if that is anything.</summary>
    internal void Initialize(object record, object? value)
    {
        if (value is not null)
            Set(record, value);
        else if (IsRequired && !IsNullable)
            Set(record, Shape.Empty);
    }
}
