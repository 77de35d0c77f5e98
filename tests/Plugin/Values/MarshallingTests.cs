using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PulumiNumbers.Plugin.Model;
using PulumiNumbers.Tests.Plugin.Fakes;
using static PulumiNumbers.Tests.Plugin.Fakes.Wire;

namespace PulumiNumbers.Tests.Plugin.Values;

public sealed class MarshallingTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(20260102, 4243);

    [Fact]
    public void Every_value_survives_the_wire() => Prop.ForAll(ArbitraryValues.Properties, properties =>
    {
        var bytes = StructWriter.WriteProperties(properties).ToByteArray();
        return StructReader.ReadProperties(Struct.Parser.ParseFrom(bytes)).Equals(properties);
    }).Check(Seeded);

    [Fact]
    public void Equal_values_have_equal_hashes() => Prop.ForAll(ArbitraryValues.Properties, properties =>
    {
        var copy = StructReader.ReadProperties(StructWriter.WriteProperties(properties));
        return copy.GetHashCode() == properties.GetHashCode();
    }).Check(Seeded);

    [Fact]
    public void A_secret_says_nothing_of_itself()
    {
        var secret = StructReader.ReadProperties(Properties(("a", Secret("canary")), ("b", Output(Text("canary"), secret: true))));

        Assert.All(secret.Properties.Values, value => Assert.DoesNotContain("canary", value.ToString(), StringComparison.Ordinal));
    }

    public static TheoryData<string, Struct> Malformed => new()
    {
        { "The property 'a' cannot be read: it is an object with an unrecognised signature.", Properties(("a", Members((SignatureKey, Text("nonsense"))))) },
        { "The property 'a' cannot be read: it is an object with an unrecognised signature.", Properties(("a", Members((SignatureKey, Number(1))))) },
        { "The property 'a.b[1]' cannot be read: it is a secret without a value.", Properties(("a", Members(("b", List(Text("x"), Members((SignatureKey, Text(SecretSignature)))))))) },
        { "The property 'a' cannot be read: the message holds no value at all.", Properties(("a", new Value())) },
        { "The property 'a' cannot be read: it is an output whose 'secret' is no boolean.", Properties(("a", Members((SignatureKey, Text(OutputSignature)), ("secret", Text("yes"))))) },
        { "The property 'a' cannot be read: it is an output whose 'dependencies' are no list of URNs.", Properties(("a", Members((SignatureKey, Text(OutputSignature)), ("dependencies", List(Number(1)))))) },
        { "The property 'a' cannot be read: it is a resource reference without a URN.", Properties(("a", Members((SignatureKey, Text("5cf8f73096256a8f31e491e813e4eb8e"))))) },
        { "The property 'a' cannot be read: its 'urn' is no string.", Properties(("a", Members((SignatureKey, Text("5cf8f73096256a8f31e491e813e4eb8e")), ("urn", Flag(true))))) },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void What_is_no_value_is_refused_by_its_path(string message, Struct properties) =>
        Assert.Equal(message, Assert.Throws<MalformedValueException>(() => StructReader.ReadProperties(properties)).Message);

    [Fact]
    public void Values_without_end_are_refused()
    {
        var value = Text("deep");
        for (var i = 0; i < 200; i++)
            value = i % 3 == 0 ? List(value) : i % 3 == 1 ? Members(("m", value)) : Secret(value);

        var exception = Assert.Throws<MalformedValueException>(() => StructReader.ReadProperties(Properties(("a", value))));
        Assert.Contains("more than 64 deep", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_reference_keeps_its_parts()
    {
        var reference = Members(
            (SignatureKey, Text("5cf8f73096256a8f31e491e813e4eb8e")), ("urn", Text("urn:x")), ("id", Unknown), ("packageVersion", Text("1.0.0")));

        var read = StructReader.ReadProperties(Properties(("a", reference)))["a"];

        Assert.Equal(new ResourceReferenceValue("urn:x", UnknownValue.Instance, "1.0.0"), read);
    }
}
