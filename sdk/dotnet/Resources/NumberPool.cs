namespace Pulumi.Numbers;

/// <summary>
/// A Vonage number pool: a set of sender numbers from which Vonage chooses one for each message, and the rules by which it chooses.
/// </summary>
[NumbersResourceType(TypeToken)]
public partial class NumberPool : CustomResource
{
    private const string TypeToken = "numbers:index:NumberPool";

    /// <summary>Declares the resource.</summary>
    /// <param name="name">Its name in the program.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="options">How the engine treats it.</param>
    public NumberPool(string name, NumberPoolArgs? args = null, CustomResourceOptions? options = null)
        : base(TypeToken, name, args ?? new NumberPoolArgs(), Utilities.WithDefaults(options, id: null))
    {
    }

    private NumberPool(string name, Input<string> id, CustomResourceOptions? options)
        : base(TypeToken, name, args: null, Utilities.WithDefaults(options, id))
    {
    }

    /// <summary>
    /// The Vonage account that owns the pool (8 lower-case letters and digits). Default: the provider's <c>vonageAccountId</c>.
    /// </summary>
    [Output("accountId")]
    public Output<string> AccountId { get; private set; } = null!;

    /// <summary>
    /// The pool's id, unique within the account: messages name it as their sender. Generated from the resource's name when left out.
    /// </summary>
    [Output("poolId")]
    public Output<string> PoolId { get; private set; } = null!;

    /// <summary>What happens to a message when the pool holds no number with a matching prefix.</summary>
    [Output("fallback")]
    public Output<PoolFallback> Fallback { get; private set; } = null!;

    /// <summary>Whether a number with the country prefix of the destination is preferred as the sender.</summary>
    [Output("localizedSenderPreferred")]
    public Output<bool> LocalizedSenderPreferred { get; private set; } = null!;

    /// <summary>Whether one destination always hears from the same sender, as long as that stays in the pool.</summary>
    [Output("predictableSenderPreferred")]
    public Output<bool> PredictableSenderPreferred { get; private set; } = null!;

    /// <summary>Looks up one that exists, without managing it.</summary>
    /// <param name="name">Its name in the program.</param>
    /// <param name="id">The provider's id.</param>
    /// <param name="options">How the engine treats it.</param>
    public static NumberPool Get(string name, Input<string> id, CustomResourceOptions? options = null) => new(name, id, options);
}
