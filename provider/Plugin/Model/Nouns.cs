namespace PulumiNumbers.Plugin.Model;

/// <summary>What values are called in messages.</summary>
internal static class Nouns
{
    /// <summary>The kind of a value, never its content.</summary>
    public static string Of(PropertyValue value) => value.Bare switch
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
