using System.ComponentModel;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Tests.Plugin.Fakes;

[Description("What closes a box.")]
public record Lid
{
    [Property("What it is made of.")]
    public required string Material { get; init; }

    [Property("How thick it is, in millimetres.")]
    public int? Thickness { get; init; }

    [Property("The code that opens it.")]
    public string? Code { get; init; }
}
