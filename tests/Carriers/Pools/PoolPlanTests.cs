using PulumiNumbers.Carriers.Pools;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Pools;

public sealed class PoolPlanTests
{
    [Fact]
    public void An_authoritative_goal_removes_what_it_does_not_declare()
    {
        var goal = new PoolGoal { Pool = Some.Pool, Desired = Some.Numbers(1, 2) };

        var plan = PoolPlan.Make(goal, Some.Numbers([2, 3]));

        Assert.Equal([Some.Number(1)], plan.Adds);
        Assert.Equal([Some.Number(3)], plan.Removes);
    }

    [Fact]
    public void Another_goal_removes_only_what_it_once_declared()
    {
        var goal = new PoolGoal { Pool = Some.Pool, Desired = Some.Numbers([1]), Authoritative = false, DeclaredBefore = Some.Numbers([1, 2, 9]) };

        var plan = PoolPlan.Make(goal, Some.Numbers([1, 2, 3]));

        Assert.Empty(plan.Adds);
        Assert.Equal([Some.Number(2)], plan.Removes);
    }

    [Fact]
    public void A_pool_that_meets_the_goal_needs_nothing()
    {
        var goal = new PoolGoal { Pool = Some.Pool, Desired = Some.Numbers(0, 1000) };

        Assert.True(PoolPlan.Make(goal, Some.Numbers(0, 1000)).IsEmpty);
    }
}
