using System.ComponentModel;
using System.Runtime.Serialization;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>What Vonage does with a message when no number of the pool has a matching prefix (Number Pools API v2, <c>fallback</c>).</summary>
[Description("What Vonage does with a message when no number of the pool has a matching prefix (Number Pools API v2, `fallback`).")]
public enum PoolFallback
{
    /// <summary>Send from any number of the pool.</summary>
    [Description("Send from any number of the pool.")]
    [EnumMember(Value = "Pool")]
    Pool,

    /// <summary>Send from the number that the message itself names.</summary>
    [Description("Send from the number that the message itself names.")]
    [EnumMember(Value = "CustomFrom")]
    CustomFrom,

    /// <summary>Refuse the message.</summary>
    [Description("Refuse the message.")]
    [EnumMember(Value = "Reject")]
    Reject,
}
