using System.Reflection;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>A function as the service sees it: values in, values out.</summary>
/// <param name="args">The arguments.</param>
/// <param name="result">The answer.</param>
internal abstract class FunctionBinding(RecordShape args, RecordShape result)
{
    /// <summary>The arguments.</summary>
    public RecordShape Args { get; } = args;

    /// <summary>The answer.</summary>
    public RecordShape Result { get; } = result;

    /// <summary>What the author calls a function.</summary>
    /// <exception cref="InvalidOperationException">The class does not carry the attribute.</exception>
    public static FunctionTypeAttribute TypeOf(Function function) => function.GetType().GetCustomAttribute<FunctionTypeAttribute>()
        ?? throw new InvalidOperationException($"{function.GetType().Name} carries no [FunctionType].");

    /// <summary>Calls the function.</summary>
    /// <returns>The result, or what is wrong with the arguments.</returns>
    public abstract Task<CheckAnswer> InvokeAsync(ObjectValue args, bool isPreview, IResourceLog log, CancellationToken cancellationToken);
}
