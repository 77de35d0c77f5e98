using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Tests.Plugin.Fakes;

public record BoxArgs
{
    [Property("The box's label; made from the resource's name when left out.", Replaces = true), AutoName(MaxLength = 24)]
    public string? Label { get; init; }

    [Property("How dark it is."), DefaultValue(Fakes.Shade.Light)]
    public Shade? Shade { get; init; }

    [Property("How many fit, 1 to 100."), Range(1, 100)]
    public int? Capacity { get; init; }

    [Property("Whether it is watertight."), DefaultValue(false)]
    public bool? Watertight { get; init; }

    [Property("Its weight in kilograms.")]
    public double? Weight { get; init; }

    [Property("What is in it, in no order.")]
    public IReadOnlySet<Tag> Tags { get; init; } = new HashSet<Tag>();

    [Property("What to do, in this order.")]
    public IReadOnlyList<string>? Steps { get; init; }

    [Property("Who may open which compartment.")]
    public IReadOnlyDictionary<string, IReadOnlySet<Tag>>? Compartments { get; init; }

    [Property("What closes it.")]
    public Lid? Lid { get; init; }

    [Property("The combination of its lock.", Secret = true)]
    public string? Combination { get; init; }

    [Property("Where to look for wood at creation.", CreateOnly = true)]
    public string? Forest { get; init; }

    [Property("Who owns it; another owner means another box.", Replaces = true)]
    public string? Owner { get; init; }
}
