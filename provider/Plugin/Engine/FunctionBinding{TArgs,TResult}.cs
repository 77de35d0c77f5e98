using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>Connects a typed function with values.</summary>
internal sealed class FunctionBinding<TArgs, TResult>(Function<TArgs, TResult> function, BindingContext context)
    : FunctionBinding(context.Shapes.Record(typeof(TArgs)), context.Shapes.Record(typeof(TResult)))
    where TArgs : class
    where TResult : class
{
    private readonly InputChecker<TArgs> _checker = new(context.Shapes.Record(typeof(TArgs)), context.Environment);

    /// <inheritdoc/>
    public override async Task<CheckAnswer> InvokeAsync(
        ObjectValue args, bool isPreview, IResourceLog log, CancellationToken cancellationToken)
    {
        var @checked = await _checker.CheckAsync(
            new CheckQuestion(default(Urn), args, log), (check, _) => Task.FromResult(RefuseUnknowns(check)), cancellationToken);
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
        return new CheckAnswer(SecretMask.Hoist(SecretMask.Apply(Result.WriteProperties(result), @checked.Inputs)), []);
    }

    private static TArgs RefuseUnknowns(CheckContext<TArgs> check)
    {
        foreach (var path in check.Unknowns.Paths)
            check.Fail(path, "The value is not known yet.");
        return check.Inputs;
    }
}
