using System.Runtime.Serialization;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>What Vonage does with a message when no number of the pool has a matching prefix (Number Pools API v2, <c>fallback</c>).</summary>
public enum PoolFallback
{
    /// <summary>Send from any number of the pool.</summary>
    [EnumMember(Value = "Pool")]
    Pool,

    /// <summary>Send from the number that the message itself names.</summary>
    [EnumMember(Value = "CustomFrom")]
    CustomFrom,

    /// <summary>Refuse the message.</summary>
    [EnumMember(Value = "Reject")]
    Reject,
}
