using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Numbers;
using Pulumi.Serialization;
using Pulumi.Utilities;
using PulumiNumbers.Tests.Sdk.Fakes;

namespace PulumiNumbers.Tests.Sdk.Serialization;

public sealed class RoundTripTests
{
    private static readonly FsCheck.Config Repeatable = FsCheck.Config.QuickThrowOnFailure.WithReplay(8127, 41);

    [Fact]
    public void What_is_written_is_read_back() => Check.One(Repeatable, Prop.ForAll(Trees(), async tree =>
    {
        var read = PropertyReader.Read(await WriteAsync(tree));
        return read.IsKnown && !read.IsSecret && Same(tree, read.Value);
    }));

    [Fact]
    public void A_secret_anywhere_makes_the_whole_value_a_secret_and_loses_nothing() => Check.One(Repeatable, Prop.ForAll(Trees(), async tree =>
    {
        var read = PropertyReader.Read(await WriteAsync(new object?[] { "open", Output.CreateSecret(tree) }));
        return read.IsKnown && read.IsSecret && Same(new object?[] { "open", tree }, read.Value);
    }));

    [Fact]
    public void An_unknown_anywhere_makes_the_whole_value_unknown() => Check.One(Repeatable, Prop.ForAll(Trees(), async tree =>
    {
        var read = PropertyReader.Read(await WriteAsync(new object?[] { tree, OutputUtilities.CreateUnknown("") }));
        return !read.IsKnown && read.Value is null;
    }));

    [Fact]
    public async Task One_unknown_element_leaves_the_others_known_on_the_wire()
    {
        InputList<string> list = new InputList<string> { "447700900001", OutputUtilities.CreateUnknown("") };

        var written = await new PropertyWriter(keepResources: true).WriteAsync("numbers", list);

        Assert.Equal([Value.ForString("447700900001"), Values.Unknown], written!.ListValue.Values);
    }

    [Fact]
    public async Task What_was_not_given_is_left_out_of_objects()
    {
        var args = new GetOwnedNumbersArgs { Carrier = NumberCarrier.Kpn, Country = "NL" };

        var written = await new PropertyWriter(keepResources: true).WriteAsync("args", args);

        Assert.Equal(
            Values.Object(("carrier", Value.ForString("kpn")), ("country", Value.ForString("NL"))),
            written);
    }

    [Fact]
    public async Task A_required_input_that_was_not_given_is_named()
    {
        var writing = async () => await new PropertyWriter(keepResources: true).WriteAsync("args", new PoolMembershipArgs { PoolId = "pool" });

        var failure = await Assert.ThrowsAsync<InvalidInputException>(writing);
        Assert.Contains("'numbers'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_among_the_inputs_is_refused_with_advice()
    {
        var writing = async () => await new PropertyWriter(keepResources: true).WriteAsync("name", Task.FromResult("x"));

        Assert.Contains("Output.Create", (await Assert.ThrowsAsync<InvalidInputException>(writing)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("04da6b54-80e4-46f7-96ec-b56ff0331ba9")]
    [InlineData("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7")]
    [InlineData("3eeb2bf0-c639-47a8-9e75-3b44932eb421")]
    [InlineData("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2")]
    [InlineData("030794c1-ac77-496b-92df-f27374a8bd58")]
    [InlineData("e48ece36-62e2-4504-bad9-02848725956a")]
    [InlineData("dd056dcd-154b-4c76-9bd3-c8f88648b5ff")]
    public void Every_text_for_the_unknown_is_understood(string sentinel) =>
        Assert.False(PropertyReader.Read(Value.ForString(sentinel)).IsKnown);

    [Fact]
    public void Output_values_carry_secrecy_and_may_lack_a_value()
    {
        var known = PropertyReader.Read(Values.Signed(Values.OutputSignature, ("value", Value.ForNumber(4)), ("secret", Value.ForBool(true))));
        var unknown = PropertyReader.Read(Values.Signed(Values.OutputSignature));

        Assert.Equal((4d, true, true), (known.Value, known.IsKnown, known.IsSecret));
        Assert.False(unknown.IsKnown);
    }

    [Fact]
    public void A_signature_that_is_not_known_is_an_error_that_names_it()
    {
        var failure = Assert.Throws<FormatException>(() => PropertyReader.Read(Values.Signed("0123456789abcdef0123456789abcdef")));
        Assert.Contains("0123456789abcdef", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_class_is_made_from_an_object_whatever_is_missing()
    {
        var read = PropertyReader.Read(Values.Object(
            ("id", Value.ForString("NzAw")),
            ("number", Value.ForString("447700900123")),
            ("enabled", Value.ForBool(true)),
            ("callQueues", Values.Object(("queue", Values.Texts("1001", "1002"))))));

        var result = (GetExclusiveNumberResult)ValueConverter.Convert("result", read.Value, typeof(GetExclusiveNumberResult))!;

        Assert.Equal(("NzAw", "447700900123", true), (result.Id, result.Number, result.Enabled));
        Assert.Null(result.Description);
        Assert.Equal<IEnumerable<string>>(["1001", "1002"], result.CallQueues["queue"]);
    }

    [Theory]
    [InlineData(typeof(string))]
    [InlineData(typeof(bool))]
    [InlineData(typeof(int))]
    [InlineData(typeof(PoolFallback))]
    [InlineData(typeof(ImmutableDictionary<string, string>))]
    public void A_value_of_the_wrong_type_is_an_error_without_the_value(System.Type type)
    {
        var failure = Assert.Throws<FormatException>(() => ValueConverter.Convert("pool.secret", ImmutableArray.Create<object?>("s3cret"), type));
        Assert.Contains("pool.secret", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Enums_keep_values_that_this_version_does_not_know()
    {
        var value = (PoolFallback)ValueConverter.Convert("fallback", "NextYearsFallback", typeof(PoolFallback))!;
        Assert.Equal("NextYearsFallback", (string)value);
    }

    private static async Task<Value> WriteAsync(object? tree) =>
        await new PropertyWriter(keepResources: true).WriteAsync("tree", tree) ?? Value.ForNull();

    private static bool Same(object? written, object? read) => (written, read) switch
    {
        (null, null) => true,
        (object?[] list, ImmutableArray<object?> array) => list.Length == array.Length && list.Zip(array).All(pair => Same(pair.First, pair.Second)),
        (Dictionary<string, object?> map, ImmutableDictionary<string, object?> dictionary) =>
            map.Where(entry => entry.Value is not null).All(entry => dictionary.TryGetValue(entry.Key, out var value) && Same(entry.Value, value))
            && dictionary.Count == map.Count(entry => entry.Value is not null),
        _ => Equals(written, read),
    };

    private static Arbitrary<object?> Trees() => Gen.Sized(Tree).ToArbitrary();

    private static Gen<object?> Tree(int size)
    {
        var scalar = Gen.OneOf(
            Gen.Constant<object?>(null),
            Gen.Elements<object?>(true, false),
            Gen.Choose(-1_000_000, 1_000_000).Select(number => (object?)(number / 8d)),
            Gen.Elements<object?>("", "447700900001", "kleine Umlaute äöü", "<x>"));
        if (size < 2)
            return scalar;

        var branch = Tree(size / 4);
        var list = branch.ArrayOf(3).Select(elements => (object?)elements);
        var map = branch.ArrayOf(3).Select(values => (object?)values.Select((value, index) => (value, index))
            .ToDictionary(entry => $"key{entry.index}", entry => entry.value, StringComparer.Ordinal));
        return Gen.OneOf(scalar, list, map);
    }
}
