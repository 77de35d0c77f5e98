using System.Collections.Immutable;

namespace Pulumi.Numbers;

/// <summary>The inputs of <see cref="ExclusiveNumber"/>.</summary>
public sealed class ExclusiveNumberArgs : ResourceArgs
{
    /// <summary>No inputs but the defaults.</summary>
    public static new ExclusiveNumberArgs Empty => new();

    /// <summary>
    /// The number whose calls are routed, 1 to 64 digits. Spaces and punctuation are left out, as is a leading <c>+</c>.
    /// </summary>
    [Input("number", required: true)]
    public Input<string> Number { get; set; } = null!;

    /// <summary>Whether calls from the number are routed to its agents.</summary>
    [Input("enabled")]
    public Input<bool>? Enabled { get; set; } = true;

    /// <summary>A note for people, up to 1024 characters.</summary>
    [Input("description")]
    public Input<string>? Description { get; set; }

    [Input("callQueues")]
    private InputMap<ImmutableArray<string>>? _callQueues;

    /// <summary>
    /// The agents to whom calls from the number go: for each queue of the contact centre, by the queue's id, the extensions of its
    /// agents. Agents in queues that are not named here are drift and are removed; left out, queues are not looked at.
    /// </summary>
    public InputMap<ImmutableArray<string>> CallQueues
    {
        get => _callQueues ??= [];
        set => _callQueues = value;
    }
}
