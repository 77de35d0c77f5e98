using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace PulumiNumbers.Tests.Sdk.Outputs;

public sealed class OutputTests
{
    private static readonly Output<string> Unknown = OutputUtilities.CreateUnknown("");

    [Fact]
    public async Task Apply_transforms_a_value_by_a_function_a_task_an_input_or_an_output()
    {
        var number = Output.Create(7);

        Assert.Equal(8, await ValueOf(number.Apply(n => n + 1)));
        Assert.Equal(8, await ValueOf(number.Apply(n => Task.FromResult(n + 1))));
        Assert.Equal(8, await ValueOf(number.Apply(n => (Input<int>)(n + 1))));
        Assert.Equal(8, await ValueOf(number.Apply(n => Output.Create(n + 1))));
    }

    [Fact]
    public async Task Apply_is_not_called_on_what_is_unknown()
    {
        var called = false;
        var result = Unknown.Apply(text =>
        {
            called = true;
            return text;
        });

        Assert.False(await OutputUtilities.GetIsKnownAsync(result));
        Assert.False(called);
    }

    [Fact]
    public async Task What_is_made_from_a_secret_is_a_secret()
    {
        var secret = Output.CreateSecret("s3cret");

        Assert.True(await Output.IsSecretAsync(secret.Apply(text => text.Length)));
        Assert.True(await Output.IsSecretAsync(Output.Create("open").Apply(_ => secret)));
        Assert.True(await Output.IsSecretAsync(Output.All(Output.Create("open"), secret)));
        Assert.True(await Output.IsSecretAsync(Output.Tuple(Output.Create(1), secret)));
        Assert.True(await Output.IsSecretAsync(Output.Format($"{secret}!")));
    }

    [Fact]
    public async Task A_secret_can_be_made_and_unmade_without_touching_the_original()
    {
        var open = Output.Create("text");
        var secret = Output.CreateSecret(open);

        Assert.False(await Output.IsSecretAsync(open));
        Assert.True(await Output.IsSecretAsync(secret));
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(secret)));
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(Task.FromResult(1))));
    }

    [Fact]
    public async Task A_combination_is_unknown_as_soon_as_one_part_is()
    {
        var known = Output.Create("known");

        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.All(known, Unknown)));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Tuple(Unknown, known)));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Format($"{known} {Unknown}")));
        Assert.False(await OutputUtilities.GetIsKnownAsync(known.Apply(_ => Unknown)));
    }

    [Fact]
    public async Task All_keeps_the_order()
    {
        var all = Output.All(Output.Create("a"), Output.Create(Task.FromResult("b")), Output.Create("c"));

        Assert.Equal<IEnumerable<string>>(["a", "b", "c"], await ValueOf(all));
    }

    [Fact]
    public async Task Tuple_joins_values_of_different_types()
    {
        Assert.Equal((1, "b"), await ValueOf(Output.Tuple(Output.Create(1), Output.Create("b"))));
        Assert.Equal((1, "b", true), await ValueOf(Output.Tuple<int, string, bool>(1, "b", true)));
        Assert.Equal((1, "b", true, 4.5), await ValueOf(Output.Tuple<int, string, bool, double>(1, "b", true, 4.5)));
    }

    [Fact]
    public async Task Format_fills_outputs_inputs_and_plain_values_in()
    {
        Input<int> input = 3;

        Assert.Equal("a-3-4.5", await ValueOf(Output.Format($"{Output.Create("a")}-{input}-{4.5}")));
    }

    [Fact]
    public async Task A_failure_reaches_whatever_is_made_from_it()
    {
        var failing = Output.Create("x").Apply<string>(new Func<string, string>(_ => throw new FormatException("no")));

        await Assert.ThrowsAsync<FormatException>(() => ValueOf(Output.Format($"{failing}")));
    }

    [Fact]
    public void The_text_of_an_output_says_what_to_do_and_holds_no_value()
    {
        var text = Output.CreateSecret("s3cret").ToString();

        Assert.Contains("Apply", text, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_filled_element_by_element_list_by_list_and_from_outputs()
    {
        InputList<string> more = new[] { "c", "d" };
        var list = new InputList<string> { "a", Output.Create("b"), more };
        list.AddRange(Output.Create(ImmutableArray.Create("e")));

        Assert.Equal<IEnumerable<string>>(["a", "b", "c", "d", "e"], await ValueOf(list.ToOutput()));
        Assert.Equal<IEnumerable<string>>(["c", "d", "a", "b", "c", "d", "e"], await ValueOf(more.Concat(list).ToOutput()));
    }

    [Fact]
    public async Task A_list_is_enumerated_asynchronously()
    {
        var elements = new List<string>();
        await foreach (var element in new InputList<string> { "a", "b" })
            elements.Add(await ValueOf(element.ToOutput()));

        Assert.Equal(["a", "b"], elements);
    }

    [Fact]
    public async Task A_map_takes_each_key_once()
    {
        var map = new InputMap<int> { { "a", 1 }, { "b", Output.Create(2) } };
        Assert.Equal([("a", 1), ("b", 2)], (await ValueOf(map.ToOutput())).Select(entry => (entry.Key, entry.Value)).Order());

        map.Add("a", 3);
        var failure = await Assert.ThrowsAsync<RunException>(() => ValueOf(map.ToOutput()));
        Assert.Contains("'a'", failure.Message, StringComparison.Ordinal);
    }

    private static Task<T> ValueOf<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);
}
