using PulumiNumbers.Carriers.Vonage.Pools;
using static PulumiNumbers.Tests.Carriers.Vonage.Pools.PoolTestData;

namespace PulumiNumbers.Tests.Carriers.Vonage.Pools;

public sealed class PoolPlanTests
{
    [Fact]
    public void Plan_WholePoolTakenOver_RemovesWhatIsNotDeclared()
    {
        var plan = PoolPlan.From(new DesiredPool { Pool = Address, Declared = Range(1, 2), RemovesOthers = true }, Set(2, 3));

        Assert.Equal([Number(1)], plan.Adds);
        Assert.Equal([Number(3)], plan.Removes);
    }

    [Fact]
    public void Plan_Update_ChangesTheDifferenceOfTheDeclaredSetsAndNothingElse()
    {
        var desired = new DesiredPool { Pool = Address, Declared = Set(1, 2, 5), PreviouslyDeclared = Set(1, 2, 9) };

        // 1 was removed and 3 was added by somebody else since.
        var plan = PoolPlan.From(desired, Set(2, 3, 9));

        Assert.Equal([Number(5)], plan.Adds);
        Assert.Equal([Number(9)], plan.Removes);
    }

    [Fact]
    public void Plan_PoolThatIsAsDesired_IsEmpty() =>
        Assert.True(PoolPlan.From(new DesiredPool { Pool = Address, Declared = Range(0, 1000), RemovesOthers = true }, Range(0, 1000)).IsEmpty);
}
