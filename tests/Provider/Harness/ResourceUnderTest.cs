using Google.Protobuf.WellKnownTypes;

namespace PulumiNumbers.Tests.Provider.Harness;

/// <summary>A resource as an engine keeps it in its state.</summary>
public sealed record ResourceUnderTest
{
    /// <summary>The type token.</summary>
    public required string Token { get; init; }

    /// <summary>The name that the program gave it.</summary>
    public required string Name { get; init; }

    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The checked inputs.</summary>
    public required Struct Inputs { get; init; }

    /// <summary>The state.</summary>
    public required Struct State { get; init; }

    /// <summary>What did not work: the reasons of a partial failure.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Whether the engine was asked to read it before its next change.</summary>
    public bool RefreshBeforeUpdate { get; init; }

    /// <summary>The URN.</summary>
    public string Urn => ProviderHarness.UrnOf(Token, Name);
}
