using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Coordination;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Purchasing;

/// <summary>What becomes of numbers when resources are created, replaced, renamed and deleted, in the orders in which an engine does so.</summary>
public sealed class NumberReservationsTests : IDisposable
{
    private readonly SharedMemories _memories = new();

    private NumberReservations Numbers => _memories.Get<NumberReservations>();

    public void Dispose() => _memories.Dispose();

    [Fact]
    public void Release_OfEveryOldStateOfARecreatedNumber_IsRefused()
    {
        Declare("a", 1);
        Diff("a", 1);
        Assert.Equal(AdoptionResult.Allowed, Numbers.Adopt("a", Key(1)));

        Assert.All(
            Enumerable.Range(0, 3),
            _ => Assert.Equal((ReleaseVerdict.KeptBySelf, false), Release("a", 1) switch { var decision => (decision.Verdict, decision.IsPendingCreate) }));
    }

    [Fact]
    public void Release_OfAnOldState_InALaterRun_IsRefusedWhileTheLivingOneHasTheNumber()
    {
        Declare("a", number: null);
        Diff("a", 1);

        Assert.Equal(ReleaseVerdict.KeptBySelf, Release("a", 1).Verdict);
        Assert.Equal(ReleaseVerdict.KeptBySelf, Release("a", 1).Verdict);
    }

    [Fact]
    public void Release_OfAnOldStateWithAnotherNumber_IsGranted()
    {
        Declare("a", number: null);
        Diff("a", 2);

        Assert.Equal(ReleaseVerdict.Release, Release("a", 1).Verdict);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void DeleteBeforeReplace_KeepsTheNumberForTheCreation(bool isNamed)
    {
        Declare("a", isNamed ? 1 : null);
        Diff("a", 1);

        var decision = Release("a", 1);

        Assert.Equal(new ReleaseDecision(ReleaseVerdict.KeptBySelf, "a", IsPendingCreate: true), decision);
        Assert.Equal(Key(1), Numbers.HeldBy("a", "model")!.Key);
        Assert.Equal(AdoptionResult.Allowed, Numbers.Adopt("a", Key(1)));
    }

    [Fact]
    public void Release_OfARemovedResource_IsGranted()
    {
        Assert.Equal(ReleaseVerdict.Release, Release("a", 1).Verdict);
    }

    [Fact]
    public void Number_ThatMovesBetweenResources_IsKept()
    {
        Declare("a", 2);
        Diff("a", 1);
        Declare("b", 1);

        Assert.Equal(AdoptionResult.Allowed, Numbers.Adopt("b", Key(1)));
        Assert.Equal(new ReleaseDecision(ReleaseVerdict.KeptByOther, "b"), Release("a", 1));
    }

    [Fact]
    public void Number_OfAResourceThatKeepsIt_IsNotAdopted()
    {
        Declare("a", number: null);
        Diff("a", 1);
        Declare("b", 1);

        Assert.Equal(AdoptionResult.Conflict, Numbers.Adopt("b", Key(1)));
    }

    [Fact]
    public void Number_OfNoKnownResource_IsNotAdopted()
    {
        Declare("b", 1);

        Assert.Equal(AdoptionResult.NotOwnedByStack, Numbers.Adopt("b", Key(1)));
    }

    [Fact]
    public void RenamedResource_WhoseCreationFailed_KeepsTheOldStateAndNamesTheNewOne()
    {
        Declare("new", 1);
        Numbers.MarkCreationFailed("new");

        Assert.Equal(new ReleaseDecision(ReleaseVerdict.DeclaredByOther, "new"), Release("old", 1));
    }

    [Fact]
    public void RenamedResource_ForWhichAnotherNumberWasBought_HoldsBackTheReleaseInThatRunOnly()
    {
        Declare("new", number: null);
        Assert.True(Numbers.TryReserve("new", Key(2)));
        Numbers.Complete("new", Key(2));
        Assert.Equal(new ReleaseDecision(ReleaseVerdict.SameSelectionBought, "new"), Release("old", 1));

        _memories.Begin(log: null);
        Declare("new", number: null);
        Diff("new", 2);

        Assert.Equal(ReleaseVerdict.Release, Release("old", 1).Verdict);
    }

    [Fact]
    public void Release_AfterAFailedReplacement_NeverTakesTheNumberOfTheStateThatLivesOn()
    {
        Declare("compared", 3);
        Diff("compared", 1);
        Numbers.MarkCreationFailed("compared");
        Declare("told", 3);
        Numbers.MarkCreationFailed("told");

        Assert.Equal(ReleaseVerdict.KeptBySelf, Release("compared", 1).Verdict);
        Assert.Equal(ReleaseVerdict.Release, Release("compared", 2).Verdict);
        Assert.Equal(ReleaseVerdict.ReplacementFailed, Release("told", 4).Verdict);
    }

    [Fact]
    public void Purchase_ForAnotherSelection_DoesNotHoldBackARelease()
    {
        Numbers.RecordDesired("new", "model", number: null, "NL", "model|NL");
        Numbers.Complete("new", Key(2));

        Assert.Equal(ReleaseVerdict.Release, Release("old", 1).Verdict);
    }

    [Fact]
    public void FormerNumber_OfALivingResource_MayBeTakenBack()
    {
        Declare("a", 1);
        Diff("a", 2);
        Numbers.RecordFormer("a", Key(1));

        Assert.Equal(AdoptionResult.Allowed, Numbers.Adopt("a", Key(1)));
        Assert.Equal(ReleaseVerdict.KeptBySelf, Release("a", 1).Verdict);
        Assert.Equal(ReleaseVerdict.Release, Release("a", 2).Verdict);
    }

    [Fact]
    public void ProtectedNumber_IsNotReleased_ButMayBeKept()
    {
        var held = new HeldNumber(Key(1), "GB", IsProtected: true);

        Assert.Equal(ReleaseVerdict.Protected, Numbers.BeginRelease("a", held, "GB").Verdict);
        Numbers.RecordState("a", held, isCurrent: true);
        Declare("a", 1);
        Assert.Equal(ReleaseVerdict.KeptBySelf, Numbers.BeginRelease("a", held, "GB").Verdict);
        Declare("a", 2);
        Assert.Equal(held, Numbers.ProtectedFromReplacement("a"));
    }

    [Fact]
    public void Offer_IsReservedOnce_WhateverTheProcess()
    {
        var log = new MemoryFactLog();
        using var first = new SharedMemories();
        using var second = new SharedMemories();
        first.Begin(log.Join());
        second.Begin(log.Join());

        Assert.True(first.Get<NumberReservations>().TryReserve("a", Key(1)));
        Assert.False(second.Get<NumberReservations>().TryReserve("b", Key(1)));
        first.Get<NumberReservations>().MarkRefused(Key(2));
        Assert.False(second.Get<NumberReservations>().TryReserve("b", Key(2)));
    }

    [Fact]
    public void Number_ThatMovedToAnotherProcess_IsNotReleased()
    {
        var log = new MemoryFactLog();
        using var old = new SharedMemories();
        using var @explicit = new SharedMemories();
        old.Begin(log.Join());
        @explicit.Begin(log.Join());
        var numbers = @explicit.Get<NumberReservations>();
        numbers.RecordDesired("new", "model", TestNumber(1), "GB", "GB");
        numbers.MarkCreationFailed("new");

        Assert.Equal(
            new ReleaseDecision(ReleaseVerdict.DeclaredByOther, "new"),
            old.Get<NumberReservations>().BeginRelease("old", new HeldNumber(Key(1), "GB"), "GB"));
    }

    [Fact]
    public void Number_ThatIsBeingReleased_IsGivenToNobody()
    {
        Diff("old", 1);
        Assert.Equal(ReleaseVerdict.Release, Release("old", 1).Verdict);
        Declare("b", 1);

        Assert.Equal(AdoptionResult.Conflict, Numbers.Adopt("b", Key(1)));
        Assert.False(Numbers.TryReserve("b", Key(1)));
        Numbers.EndRelease("old", Key(1), isGone: true);
        Assert.True(Numbers.TryReserve("b", Key(1)));
    }

    [Fact]
    public async Task WaitForOwner_EndsWhenTheOwnerBecomesKnown()
    {
        var wait = Numbers.WaitForOwnerAsync(Key(1), TimeSpan.FromHours(1), TimeProvider.System, CancellationToken.None);
        Assert.False(wait.IsCompleted);

        Diff("a", 1);

        await wait.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static NumberKey Key(int index) => new("model", TestNumber(index));

    private static Msisdn TestNumber(int index) => Some.Number(index);

    private void Declare(string urn, int? number) =>
        Numbers.RecordDesired(urn, "model", number is { } index ? TestNumber(index) : null, "GB", number is { } named ? $"GB|{named}" : "GB");

    private void Diff(string urn, int number) => Numbers.RecordState(urn, new HeldNumber(Key(number), "GB"), isCurrent: true);

    private ReleaseDecision Release(string urn, int number) => Numbers.BeginRelease(urn, new HeldNumber(Key(number), "GB"), "GB");
}
