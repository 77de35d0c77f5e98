using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Tests.Plugin.Fakes;

public sealed record FakeConfig
{
    [Property("The key to the workshop.", Secret = true), Environment("FAKE_KEY", "WORKSHOP_KEY")]
    public required string Key { get; init; }

    [Property("Where the workshop is.", Replaces = true)]
    public string? Address { get; init; }

    [Property("How often to try."), System.ComponentModel.DefaultValue(3)]
    public int? Tries { get; init; }

    [Property("Whether to be quiet.")]
    public bool? Quiet { get; init; }

    [Property("Who to ask.")]
    public IReadOnlyList<string>? Helpers { get; init; }
}
