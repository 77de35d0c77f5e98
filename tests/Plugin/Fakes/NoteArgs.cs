using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Tests.Plugin.Fakes;

public record NoteArgs
{
    [Property("What it says.")]
    public required string Text { get; init; }

    [Property("Who it is for.", Replaces = true)]
    public required Tag Reader { get; init; }
}
