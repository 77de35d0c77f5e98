using System.Collections.Immutable;
using Pulumi.Running;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>
/// A value that a resource or a computation will have, together with what it depends on, whether it is known yet, and whether it is a secret.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> data)
    {
        Data = data;
        ProgramRun.Current?.Work.Track(data);
    }

    internal Task<OutputData<T>> Data { get; }

    /// <summary>Transforms the value; not called while the value is unknown. The result keeps dependencies and secrecy.</summary>
    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => Apply(value => Output.Create(func(value)));

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => Apply(value => Output.Create(func(value)));

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Apply(value => func(value).ToOutput());

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => new(ApplyAsync(Data, func));

    /// <summary>Runs an asynchronous action on the value, once it is known.</summary>
    public Output<ValueTuple> Apply(Func<T, Task> func) => Apply<ValueTuple>(async value =>
    {
        await func(value);
        return default;
    });

    /// <summary>An output has no text of its own: the answer says how to make one, and never holds the value.</summary>
    public override string ToString() =>
        "Calling ToString on an Output<T> is not supported. Use output.Apply(value => $\"…{value}…\") or Output.Format($\"…{output}…\").";

    internal Output<T> With(bool isSecret) => new(RemarkAsync(Data, isSecret));

    async Task<OutputData<object?>> IOutput.ReadAsync()
    {
        var data = await Data;
        return data.Map<object?>(value => value);
    }

    private static async Task<OutputData<TResult>> ApplyAsync<TResult>(Task<OutputData<T>> source, Func<T, Output<TResult>?> func)
    {
        var outer = await source;
        if (!outer.IsKnown)
            return new OutputData<TResult>(default!, outer.Resources, IsKnown: false, outer.IsSecret);

        var result = func(outer.Value);
        var inner = result is null ? OutputData.Known(default(TResult)!) : await result.Data;
        return new OutputData<TResult>(
            inner.Value,
            outer.Resources.Union(inner.Resources),
            inner.IsKnown,
            outer.IsSecret || inner.IsSecret);
    }

    private static async Task<OutputData<T>> RemarkAsync(Task<OutputData<T>> source, bool isSecret)
    {
        var data = await source;
        return new OutputData<T>(data.Value, data.Resources, data.IsKnown, isSecret);
    }
}
