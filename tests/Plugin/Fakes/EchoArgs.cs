using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Tests.Plugin.Fakes;

public sealed record EchoArgs
{
    [Property("What to say.")]
    public required string Text { get; init; }

    [Property("How often, once if left out.")]
    public int? Times { get; init; }
}
