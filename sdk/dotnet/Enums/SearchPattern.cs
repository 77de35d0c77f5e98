namespace Pulumi.Numbers;

/// <summary>Where in a number a pattern must stand (Numbers API, <c>search_pattern</c> 0, 1, 2).</summary>
[EnumType]
public readonly record struct SearchPattern
{
    private readonly string _value;

    private SearchPattern(string value) => _value = value;

    /// <summary>At its beginning: the carriers' default.</summary>
    public static SearchPattern StartsWith { get; } = new("startsWith");

    /// <summary>Anywhere.</summary>
    public static SearchPattern Contains { get; } = new("contains");

    /// <summary>At its end.</summary>
    public static SearchPattern EndsWith { get; } = new("endsWith");

    /// <summary>The value as the provider spells it.</summary>
    public static explicit operator string(SearchPattern value) => value._value;

    /// <summary>The value as the provider spells it.</summary>
    public override string ToString() => _value;
}
