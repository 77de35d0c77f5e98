using PulumiNumbers.Provider.Resources.Memberships;

namespace PulumiNumbers.Provider.Resources;

/// <summary>What memberships need to know of each other within one run of the engine. Every configuration begins a new run.</summary>
public sealed class RunMemory
{
    /// <summary>Which memberships declare which pools.</summary>
    public MembershipClaims Memberships { get; } = new();

    /// <summary>The numbers that refreshes found in pools and that their memberships had not declared.</summary>
    public Strangers Strangers { get; } = new();
}
