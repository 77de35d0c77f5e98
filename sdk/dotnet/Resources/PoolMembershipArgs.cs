namespace Pulumi.Numbers;

/// <summary>The inputs of <see cref="PoolMembership"/>.</summary>
public sealed class PoolMembershipArgs : ResourceArgs
{
    /// <summary>No inputs but the defaults.</summary>
    public static new PoolMembershipArgs Empty => new();

    /// <summary>
    /// The Vonage account that owns the pool (8 lower-case letters and digits). Default: the provider's <c>vonageAccountId</c>.
    /// </summary>
    [Input("accountId")]
    public Input<string>? AccountId { get; set; }

    /// <summary>The id of the pool that shall hold the numbers.</summary>
    [Input("poolId", required: true)]
    public Input<string> PoolId { get; set; } = null!;

    [Input("numbers", required: true)]
    private InputList<string>? _numbers;

    /// <summary>
    /// The numbers that the pool shall hold, in any order and in any usual spelling of an international number (<c>+44 7700 900000</c>).
    /// The account must rent them. As an output: those that the pool holds, as digits; with <c>authoritative</c> off, only the declared
    /// ones among them.
    /// </summary>
    public InputList<string> Numbers
    {
        get => _numbers ??= [];
        set => _numbers = value;
    }

    /// <summary>
    /// Whether <c>numbers</c> is the whole of the pool: numbers that somebody else added count as drift and are removed. Switch it off
    /// where several memberships share a pool; each then looks only at its own numbers.
    /// </summary>
    [Input("authoritative")]
    public Input<bool>? Authoritative { get; set; } = true;
}
