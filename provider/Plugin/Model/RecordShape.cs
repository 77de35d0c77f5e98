namespace PulumiNumbers.Plugin.Model;

/// <summary>A record: an object on the wire, with properties that the author chose.</summary>
internal sealed class RecordShape(Type type, IReadOnlyList<PropertyShape> properties) : Shape
{
    private readonly Lazy<ObjectValue> _initial = new(() => Start(type, properties));
    private readonly Dictionary<string, PropertyShape> _byName = properties.ToDictionary(property => property.Name, StringComparer.Ordinal);

    /// <summary>The C# record.</summary>
    public Type Type { get; } = type;

    /// <summary>Its properties, those of its base first, each group as declared.</summary>
    public IReadOnlyList<PropertyShape> Properties { get; } = properties;

    /// <inheritdoc/>
    public override string Noun => "an object";

    /// <inheritdoc/>
    public override object Empty => ReadProperties(ObjectValue.Empty);

    /// <summary>The property of a wire name; null where there is none.</summary>
    public PropertyShape? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The C# record of an object in normal form. Never fails: what is missing has its C# default.</summary>
    public object ReadProperties(ObjectValue value)
    {
        var record = Activator.CreateInstance(Type)!;
        foreach (var property in Properties)
            property.Set(record, property.Shape.Read(value[property.Name]));
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
        .Where(input => Find(input.Key) is not { IsRequired: false } || input.Value.Bare is not (ArrayValue { Elements.Count: 0 } or ObjectValue { Properties.Count: 0 }))
        .ToDictionary(
            input => input.Key,
            input => Find(input.Key)?.Shape is RecordShape record && input.Value is ObjectValue members ? record.WithoutEmptyCollections(members) : input.Value,
            StringComparer.Ordinal));

    /// <summary>Whether a value is the one that the record starts with, so that giving it says nothing.</summary>
    public bool IsImplied(PropertyShape property, PropertyValue value) => _initial.Value[property.Name] is { } start && start.Equals(value.Bare);

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
    private static ObjectValue Start(Type type, IReadOnlyList<PropertyShape> properties)
    {
        var record = Activator.CreateInstance(type)!;
        return new ObjectValue(properties
            .Where(property => !property.IsRequired && property.Default is null)
            .Select(property => (property.Name, Value: property.Get(record) is { } value ? property.Shape.Write(value) : null))
            .Where(property => property.Value is not null)
            .ToDictionary(property => property.Name, property => property.Value!, StringComparer.Ordinal));
    }

    private static PropertyValue NormalizeProperty(
        PropertyShape property, PropertyValue given, PropertyPath path, Normalization normalization)
    {
        var at = path.Key(property.Name);
        var failures = normalization.Failures.Count;
        var normal = property.Shape.Normalize(given.AsSecret(property.Attribute.Secret), at, normalization);
        if (property.Constraints.Count > 0 && failures == normalization.Failures.Count && property.Shape.Read(normal) is { } read)
        {
            foreach (var constraint in property.Constraints.Where(constraint => !constraint.IsValid(read)))
                normalization.Fail(at, constraint.FormatErrorMessage(property.Name));
        }
        return normal;
    }

    private static void Complete(
        PropertyShape property, Dictionary<string, PropertyValue> normal, PropertyPath path, Normalization normalization)
    {
        if (property.Default is { } value)
            normal.Add(property.Name, value.AsSecret(property.Attribute.Secret));
        else if (property.IsRequired)
            normalization.FailMissing(path.Key(property.Name), property.Attribute.Description);
    }
}
