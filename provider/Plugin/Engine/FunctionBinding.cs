using System.Reflection;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>A function as the service sees it: values in, values out.</summary>
/// <param name="args">The arguments.</param>
/// <param name="result">The answer.</param>
internal abstract class FunctionBinding(RecordDescriptor args, RecordDescriptor result)
{
    /// <summary>The arguments.</summary>
    public RecordDescriptor Args { get; } = args;

    /// <summary>The answer.</summary>
    public RecordDescriptor Result { get; } = result;

    /// <summary>What the author calls a function.</summary>
    /// <exception cref="InvalidOperationException">The class does not carry the attribute.</exception>
    public static FunctionTypeAttribute TypeOf(Function function) => function.GetType().GetCustomAttribute<FunctionTypeAttribute>()
        ?? throw new InvalidOperationException($"{function.GetType().Name} carries no [FunctionType].");

    /// <summary>Calls the function.</summary>
    /// <returns>The result, or what is wrong with the arguments.</returns>
    public abstract Task<InputCheckResponse> InvokeAsync(ObjectValue args, bool isPreview, IResourceLog log, CancellationToken cancellationToken);
}

/// <summary>Connects a typed function with values.</summary>
internal sealed class FunctionBinding<TArgs, TResult>(Function<TArgs, TResult> function, BindingContext context)
    : FunctionBinding(context.Types.Record(typeof(TArgs)), context.Types.Record(typeof(TResult)))
    where TArgs : class
    where TResult : class
{
    private readonly InputChecker<TArgs> _checker = new(context.Types.Record(typeof(TArgs)), context.Environment);

    /// <inheritdoc/>
    public override async Task<InputCheckResponse> InvokeAsync(
        ObjectValue args, bool isPreview, IResourceLog log, CancellationToken cancellationToken)
    {
        var @checked = await _checker.CheckAsync(
            new InputCheckRequest(default(Urn), args, log), (check, _) => Task.FromResult(RefuseUnknowns(check)), cancellationToken);
        if (@checked.Failures.Count > 0)
            return @checked;
        var request = new InvokeRequest<TArgs>
        {
            Args = (TArgs)Args.ReadProperties(@checked.Inputs),
            IsPreview = isPreview,
            Log = log,
            TimeProvider = context.TimeProvider,
        };
        var result = await function.InvokeAsync(request, cancellationToken);
        return new InputCheckResponse(SecretMask.Hoist(SecretMask.Apply(Result.WriteProperties(result), @checked.Inputs)), []);
    }

    private static TArgs RefuseUnknowns(CheckContext<TArgs> check)
    {
        foreach (var path in check.Unknowns.Paths)
            check.Fail(path, "The value is not known yet.");
        return check.Inputs;
    }
}
