using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Tests.Plugin.Fakes;

public sealed record EchoArgs
{
    /// <summary>What to say, <see langword="null"/> for silence.</summary>
    [Property]
    public required string Text { get; init; }

    [Property("How often, once if left out.")]
    public int? Times { get; init; }
}
