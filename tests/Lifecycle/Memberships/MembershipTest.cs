using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.Memberships;

/// <summary>A test with an empty pool.</summary>
public abstract class MembershipTest : StackTest
{
    /// <summary>What the pool holds, ascending.</summary>
    protected IReadOnlyList<string> Held => Bench.Carriers.Vonage.Pools.NumbersOf(Membership.Pool);

    /// <summary>What the state says that the pool holds, ascending.</summary>
    protected IReadOnlyList<string> Saved => Membership.NumbersOf(Bench.State.Find("one")!);

    /// <inheritdoc/>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Bench.Carriers.Vonage.Pools.Create(Membership.Pool);
    }
}
