using FsCheck;
using FsCheck.Fluent;
using PulumiNumbers.Plugin.Model;
using Struct = Google.Protobuf.WellKnownTypes.Struct;

namespace PulumiNumbers.Tests.Plugin.Values;

/// <summary>Generates property values of every kind, nested a few levels deep.</summary>
internal static class ArbitraryValues
{
    private static readonly Gen<string> Names = Gen.Elements("a", "b", "tags", "with space", "", "ünï", "id", "__x");

    private static readonly Gen<string> Texts = Gen.Elements("", "x", "447700900000", "true", "{\"a\":1}", "\u0000", "🙂", "a.b[0]");

    public static Arbitrary<ObjectValue> Properties { get; } = Gen.Sized(size => Members(Math.Min(size, 12))).ToArbitrary();

    private static Gen<PropertyValue> Value(int size)
    {
        var leaf = Gen.OneOf(
            Gen.Constant<PropertyValue>(NullValue.Instance),
            Gen.Constant<PropertyValue>(UnknownValue.Instance),
            Gen.Elements(true, false).Select(PropertyValue (flag) => new BoolValue(flag)),
            Gen.Elements(0, -1, 1.5, 1e300, double.MaxValue, 9007199254740993).Select(PropertyValue (number) => new NumberValue(number)),
            Texts.Select(PropertyValue (text) => new StringValue(text)),
            Gen.Elements("", "AP8=").Select(PropertyValue (bytes) => new ByteStringValue(bytes)),
            Gen.Constant<PropertyValue>(new AssetValue(Asset())));
        if (size <= 0)
            return leaf;
        var smaller = Value(size / 3);
        return Gen.OneOf(
            leaf,
            smaller.ArrayOf().Select(PropertyValue (elements) => new ArrayValue(elements)),
            Members(size / 3).Select(PropertyValue (members) => members),
            smaller.Select(PropertyValue (value) => new SecretValue(value)),
            from value in Gen.OneOf(smaller.Select(PropertyValue? (value) => value), Gen.Constant<PropertyValue?>(null))
            from secret in Gen.Elements(true, false)
            from dependencies in Gen.Elements("urn:a", "urn:b").ArrayOf()
            select (PropertyValue)new OutputValue(value, secret, dependencies),
            from id in Gen.OneOf(smaller.Select(PropertyValue? (value) => value), Gen.Constant<PropertyValue?>(null))
            from version in Gen.Elements("", "1.0.0")
            select (PropertyValue)new ResourceReferenceValue("urn:r", id, version));
    }

    private static Gen<ObjectValue> Members(int size) =>
        from names in Names.ArrayOf()
        from values in Value(size / 2).ArrayOf(names.Length)
        select new ObjectValue(names.Zip(values).DistinctBy(member => member.First).ToDictionary(
            member => member.First, member => member.Second, StringComparer.Ordinal));

    private static Struct Asset() => new()
    {
        Fields =
        {
            [Fakes.Wire.SignatureKey] = Google.Protobuf.WellKnownTypes.Value.ForString("c44067f5952c0a294b673a41bacd8c17"),
            ["text"] = Google.Protobuf.WellKnownTypes.Value.ForString("content"),
        },
    };
}
