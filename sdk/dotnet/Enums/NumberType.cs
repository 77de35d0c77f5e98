namespace Pulumi.Numbers;

/// <summary>The kinds of number that KPN and Vonage tell apart (Numbers API, <c>type</c>).</summary>
[EnumType]
public readonly record struct NumberType
{
    private readonly string _value;

    private NumberType(string value) => _value = value;

    /// <summary>A geographic number.</summary>
    public static NumberType Landline { get; } = new("landline");

    /// <summary>A number that is free for its callers.</summary>
    public static NumberType LandlineTollFree { get; } = new("landline-toll-free");

    /// <summary>A mobile number ("long virtual number").</summary>
    public static NumberType MobileLvn { get; } = new("mobile-lvn");

    /// <summary>The value as the provider spells it.</summary>
    public static explicit operator string(NumberType value) => value._value;

    /// <summary>The value as the provider spells it.</summary>
    public override string ToString() => _value;
}
