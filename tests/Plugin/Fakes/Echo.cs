using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Tests.Plugin.Fakes;

[FunctionType("fake:index:getEcho", "Says it again.")]
public sealed class Echo : Function<EchoArgs, EchoResult>
{
    public override Task<EchoResult> InvokeAsync(InvokeRequest<EchoArgs> request, CancellationToken cancellationToken)
    {
        if (request.Args.Text == "silence")
            throw new ResourceException(FailureKind.NotFound, "There is no echo of silence.");
        request.Log.Info(request.IsPreview ? "in a preview" : "for real");
        var echoes = Enumerable.Repeat(request.Args.Text, request.Args.Times ?? 1).ToList();
        return Task.FromResult(new EchoResult { Text = request.Args.Text, Echoes = echoes });
    }
}
