namespace PulumiNumbers.Plugin.Model;

/// <summary>How values of one C# type look on the wire: their normal form, and the ways in and out.</summary>
internal abstract class TypeDescriptor
{
    /// <summary>What a value of this shape is called in messages: "a string".</summary>
    public abstract string Noun { get; }

    /// <summary>Whether values are strings on the wire.</summary>
    public virtual bool IsText => false;

    /// <summary>
    /// Brings a value into normal form, in which every spelling of the same value is equal. Secrets stay secret, unknowns unknown;
    /// what cannot be one of these values is reported and stays as it is.
    /// </summary>
    public PropertyValue Normalize(PropertyValue value, PropertyPath path, Normalization normalization)
    {
        var bare = value.Unwrapped;
        if (!value.IsSecret)
            return bare is UnknownValue or NullValue ? bare : NormalizeKnown(normalization.Parse(bare, this), path, normalization);
        if (bare is UnknownValue or NullValue)
            return bare.AsSecret();
        using (normalization.EnterSecret())
            return NormalizeKnown(normalization.Parse(bare, this), path, normalization).AsSecret();
    }

    /// <summary>
    /// The C# value of a value in normal form; null where it is not known, not there or not of this shape. Normalise first
    /// where that must not happen.
    /// </summary>
    public object? Read(PropertyValue? value) => value?.Unwrapped is { } bare and not (UnknownValue or NullValue) ? ReadKnown(bare) : null;

    /// <summary>The value, in normal form, of a C# value.</summary>
    public abstract PropertyValue Write(object value);

    /// <summary>What stands in for a value that must be there and is not: the least surprising one.</summary>
    public abstract object? Empty { get; }

    /// <summary><see cref="Normalize"/> for values that are there.</summary>
    protected abstract PropertyValue NormalizeKnown(PropertyValue bare, PropertyPath path, Normalization normalization);

    /// <summary><see cref="Read"/> for values that are there.</summary>
    protected abstract object? ReadKnown(PropertyValue bare);

    /// <summary>Reports that a value is of another type.</summary>
    protected PropertyValue Mismatch(PropertyValue bare, PropertyPath path, Normalization normalization)
    {
        // YAML reads 0044, no and 447700900001 as something else than text, and not always as what was written.
        var advice = IsText && bare is NumberValue or BoolValue ? "; write it in quotes" : "";
        normalization.Fail(path, $"Expected {Noun}, got {TypeNames.Of(bare)}{advice}.");
        return bare;
    }
}

/// <summary>What values are called in messages.</summary>
internal static class TypeNames
{
    /// <summary>The kind of a value, never its content.</summary>
    public static string Of(PropertyValue value) => value.Unwrapped switch
    {
        BoolValue => "a boolean",
        NumberValue => "a number",
        StringValue => "a string",
        ArrayValue => "a list",
        ObjectValue => "an object",
        ResourceReferenceValue => "a resource",
        AssetValue => "an asset",
        ByteStringValue => "a string of bytes",
        NullValue => "null",
        _ => "an unknown value",
    };
}
