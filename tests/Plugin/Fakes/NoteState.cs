namespace PulumiNumbers.Tests.Plugin.Fakes;

public sealed record NoteState : NoteArgs;
