namespace PulumiNumbers.Plugin.Authoring;

/// <summary>What every operation on a resource knows about its surroundings.</summary>
public sealed record ResourceContext
{
    /// <summary>The resource's URN. Two runs that mean the same resource use the same one.</summary>
    public required Urn Urn { get; init; }

    /// <summary>The name that the program gave the resource.</summary>
    public string Name => Urn.Name;

    /// <summary>The type token.</summary>
    public string Type => Urn.Type;

    /// <summary>Where to say things to the user.</summary>
    public IResourceLog Log { get; init; } = SilentLog.Instance;

    /// <summary>How long the user lets the operation take; null for no limit. The operation's token is cancelled when it is over.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The clock and the timers to use.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}

/// <summary>A resource's name in the world: <c>urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME</c>.</summary>
/// <param name="Value">The whole URN, as the engine gave it.</param>
public readonly record struct Urn(string Value)
{
    private const string Delimiter = "::";

    /// <summary>The name that the program gave the resource: all that follows the type.</summary>
    public string Name => Split() is [_, _, _, var name] ? name : "";

    /// <summary>The type token, e.g. <c>numbers:index:NumberPool</c>, without the types of its parents.</summary>
    public string Type => Split() is [_, _, var qualified, ..] ? qualified[(qualified.LastIndexOf('$') + 1)..] : "";

    /// <summary>The project's name.</summary>
    public string Project => Split() is [_, var project, ..] ? project : "";

    /// <summary>The stack's name.</summary>
    public string Stack => Split() is [var stack, _, ..] ? stack[(stack.LastIndexOf(':') + 1)..] : "";

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";

    private string[] Split() => (Value ?? "").Split(Delimiter, 4);
}
