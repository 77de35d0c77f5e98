using Google.Protobuf.WellKnownTypes;

namespace PulumiNumbers.Tests.Engine.Fakes;

/// <summary>What the fake provider's carrier holds under one id.</summary>
public sealed class FakeThing
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public Struct Properties { get; set; } = new();
}
