using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Tests.Plugin.Fakes;

public sealed record EchoResult
{
    [Property("What was said.")]
    public required string Text { get; init; }

    [Property("What came back.")]
    public required IReadOnlyList<string> Echoes { get; init; }
}
