using System.Collections.Immutable;

namespace Pulumi.Numbers;

/// <summary>
/// An exclusive number of a PortSIP PBX: calls from it go to the agents that are assigned in the queues of the contact centre, rather
/// than to whoever is free.
/// </summary>
[NumbersResourceType(TypeToken)]
public partial class ExclusiveNumber : CustomResource
{
    private const string TypeToken = "numbers:index:ExclusiveNumber";

    /// <summary>Declares the resource.</summary>
    /// <param name="name">Its name in the program.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="options">How the engine treats it.</param>
    public ExclusiveNumber(string name, ExclusiveNumberArgs args, CustomResourceOptions? options = null)
        : base(TypeToken, name, args, Utilities.WithDefaults(options, id: null))
    {
    }

    private ExclusiveNumber(string name, Input<string> id, CustomResourceOptions? options)
        : base(TypeToken, name, args: null, Utilities.WithDefaults(options, id))
    {
    }

    /// <summary>
    /// The number whose calls are routed, 1 to 64 digits. Spaces and punctuation are left out, as is a leading <c>+</c>.
    /// </summary>
    [Output("number")]
    public Output<string> Number { get; private set; } = null!;

    /// <summary>Whether calls from the number are routed to its agents.</summary>
    [Output("enabled")]
    public Output<bool> Enabled { get; private set; } = null!;

    /// <summary>A note for people, up to 1024 characters.</summary>
    [Output("description")]
    public Output<string?> Description { get; private set; } = null!;

    /// <summary>
    /// The agents to whom calls from the number go: for each queue of the contact centre, by the queue's id, the extensions of its
    /// agents. Agents in queues that are not named here are drift and are removed; left out, queues are not looked at.
    /// </summary>
    [Output("callQueues")]
    public Output<ImmutableDictionary<string, ImmutableArray<string>>?> CallQueues { get; private set; } = null!;

    /// <summary>When the PBX created it, as an RFC 3339 time in UTC.</summary>
    [Output("createdAt")]
    public Output<string?> CreatedAt { get; private set; } = null!;

    /// <summary>Looks up one that exists, without managing it.</summary>
    /// <param name="name">Its name in the program.</param>
    /// <param name="id">The provider's id.</param>
    /// <param name="options">How the engine treats it.</param>
    public static ExclusiveNumber Get(string name, Input<string> id, CustomResourceOptions? options = null) => new(name, id, options);
}
