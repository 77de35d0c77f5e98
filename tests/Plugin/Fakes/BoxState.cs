using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Tests.Plugin.Fakes;

public sealed record BoxState : BoxArgs
{
    [Property("When it was made.", Stable = true)]
    public required string Created { get; init; }

    [Property("How many changes it has seen.")]
    public required int Revision { get; init; }

    public static BoxState From(BoxArgs args, int revision, string? label = null) => new()
    {
        Label = label ?? args.Label,
        Shade = args.Shade,
        Capacity = args.Capacity,
        Watertight = args.Watertight,
        Weight = args.Weight,
        Tags = args.Tags,
        Steps = args.Steps,
        Compartments = args.Compartments,
        Lid = args.Lid,
        Combination = args.Combination,
        Forest = args.Forest,
        Owner = args.Owner,
        Created = "2026-01-02T03:04:05Z",
        Revision = revision,
    };
}
