using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Vonage.Pools;

/// <summary>The reconciler over HTTP, against a pool service with Vonage's rules.</summary>
public sealed class EmulatedReconciliationTests : EmulatedCarriers
{
    protected override EmulatorOptions Options { get; } = new() { VonageOwnedNumbers = 0 };

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(51)]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public async Task Additions_CostOneListingAndOneRequestForEveryFifty_AndASecondRunCostsNoWrite(int count)
    {
        Server.Vonage.Pools.Create(Customers.PoolId);
        var numbers = Rent(count);

        var first = await ReconcileAsync(numbers);
        Assert.True(first.IsComplete);
        Assert.Equal((1, (count + 49) / 50), (Count(Operations.ListPoolNumbers), Count(Operations.AddPoolNumbers)));

        Server.Requests.Clear();
        var second = await ReconcileAsync(numbers);
        Assert.True(second.IsComplete);
        Assert.Equal((count + 99) / 100, Server.Requests.All.Count);
        Assert.Equal((count + 99) / 100, Count(Operations.ListPoolNumbers));
    }

    [Theory]
    [InlineData(FaultKind.ResetBefore)]
    [InlineData(FaultKind.ResetAfter)]
    [InlineData(FaultKind.Malformed)]
    [InlineData(FaultKind.Html)]
    [InlineData(FaultKind.Truncated)]
    public async Task LostResponses_PoolEndsAsDeclared(FaultKind kind)
    {
        var numbers = Rent(120);
        Server.Vonage.Pools.Create(Customers.PoolId, numbers.Take(60).Select(number => number.Digits));
        foreach (var operation in new[] { Operations.AddPoolNumbers, Operations.RemovePoolNumbers })
            Server.Faults.Add(new FaultRule { Kind = kind, Operation = operation, Times = 2 });

        var result = await ReconcileAsync([.. numbers.Skip(60)]);

        Assert.True(result.IsComplete);
        Assert.Equal(Content(), result.Held.Select(number => number.Digits).Order(StringComparer.Ordinal));
        Assert.Equal(numbers.Skip(60).Select(number => number.Digits).Order(StringComparer.Ordinal), Content());
    }

    [Fact]
    public async Task NumbersThatFail_AreNamed_AndTheOthersAreAdded()
    {
        Server.Vonage.Pools.Create(Customers.PoolId);
        PoolNumber[] numbers = [.. Rent(60), PoolNumber.Parse("447700900999")];

        var result = await ReconcileAsync(numbers);

        var failure = Assert.Single(result.AddFailures);
        Assert.Equal(("447700900999", "missing-number-subscription"), (failure.Number.Digits, failure.Code));
        Assert.Equal(60, Content().Count());
    }

    [Fact]
    public async Task MissingPool_IsNotFound()
    {
        var failure = await Assert.ThrowsAsync<CarrierException>(() => ReconcileAsync(Rent(1)));

        Assert.Equal(CarrierErrorKind.NotFound, failure.Kind);
    }

    private IReadOnlyList<PoolNumber> Rent(int count) => [.. Server.Vonage.Account.SubscribeMany(count).Select(PoolNumber.Parse)];

    private IEnumerable<string> Content() => Server.Vonage.Pools.NumbersOf(Customers.PoolId).Order(StringComparer.Ordinal);

    private Task<PoolReconciliation> ReconcileAsync(IReadOnlyList<PoolNumber> numbers) =>
        new PoolReconciler(Pools(), subscriptions: null, new PoolReconcilerOptions(), new JumpingTime()).ReconcileAsync(
            new DesiredPool { Pool = Customers, Declared = numbers.ToHashSet(), RemovesOthers = true }, progress: null, CancellationToken.None);
}
