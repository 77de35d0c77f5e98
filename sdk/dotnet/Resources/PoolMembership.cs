using System.Collections.Immutable;

namespace Pulumi.Numbers;

/// <summary>The set of numbers that a Vonage number pool shall hold.</summary>
[NumbersResourceType(TypeToken)]
public partial class PoolMembership : CustomResource
{
    private const string TypeToken = "numbers:index:PoolMembership";

    /// <summary>Declares the resource.</summary>
    /// <param name="name">Its name in the program.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="options">How the engine treats it.</param>
    public PoolMembership(string name, PoolMembershipArgs args, CustomResourceOptions? options = null)
        : base(TypeToken, name, args, Utilities.WithDefaults(options, id: null))
    {
    }

    private PoolMembership(string name, Input<string> id, CustomResourceOptions? options)
        : base(TypeToken, name, args: null, Utilities.WithDefaults(options, id))
    {
    }

    /// <summary>
    /// The Vonage account that owns the pool (8 lower-case letters and digits). Default: the provider's <c>vonageAccountId</c>.
    /// </summary>
    [Output("accountId")]
    public Output<string> AccountId { get; private set; } = null!;

    /// <summary>The id of the pool that shall hold the numbers.</summary>
    [Output("poolId")]
    public Output<string> PoolId { get; private set; } = null!;

    /// <summary>
    /// The numbers that the pool shall hold, in any order and in any usual spelling of an international number (<c>+44 7700 900000</c>).
    /// The account must rent them. As an output: those that the pool holds, as digits; with <c>authoritative</c> off, only the declared
    /// ones among them.
    /// </summary>
    [Output("numbers")]
    public Output<ImmutableArray<string>> Numbers { get; private set; } = null!;

    /// <summary>
    /// Whether <c>numbers</c> is the whole of the pool: numbers that somebody else added count as drift and are removed. Switch it off
    /// where several memberships share a pool; each then looks only at its own numbers.
    /// </summary>
    [Output("authoritative")]
    public Output<bool> Authoritative { get; private set; } = null!;

    /// <summary>Looks up one that exists, without managing it.</summary>
    /// <param name="name">Its name in the program.</param>
    /// <param name="id">The provider's id.</param>
    /// <param name="options">How the engine treats it.</param>
    public static PoolMembership Get(string name, Input<string> id, CustomResourceOptions? options = null) => new(name, id, options);
}
