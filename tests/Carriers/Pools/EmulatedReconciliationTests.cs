using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Pools;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Pools;

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
    public async Task Additions_cost_one_listing_and_a_request_for_every_fifty_and_a_second_run_costs_no_write(int count)
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
    public async Task Whatever_becomes_of_the_answers_to_a_change_the_pool_ends_as_declared(FaultKind kind)
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
    public async Task Numbers_that_fail_are_named_and_the_others_are_added()
    {
        Server.Vonage.Pools.Create(Customers.PoolId);
        Msisdn[] numbers = [.. Rent(60), Msisdn.Parse("447700900999")];

        var result = await ReconcileAsync(numbers);

        var failure = Assert.Single(result.AddFailures);
        Assert.Equal(("447700900999", "missing-number-subscription"), (failure.Number.Digits, failure.Code));
        Assert.Equal(60, Content().Count());
    }

    [Fact]
    public async Task A_pool_that_does_not_exist_is_a_clean_failure()
    {
        var failure = await Assert.ThrowsAsync<CarrierException>(() => ReconcileAsync(Rent(1)));

        Assert.Equal(CarrierErrorKind.NotFound, failure.Kind);
    }

    private IReadOnlyList<Msisdn> Rent(int count) => [.. Server.Vonage.Account.SubscribeMany(count).Select(Msisdn.Parse)];

    private IEnumerable<string> Content() => Server.Vonage.Pools.NumbersOf(Customers.PoolId).Order(StringComparer.Ordinal);

    private Task<PoolReconciliation> ReconcileAsync(IReadOnlyList<Msisdn> numbers) =>
        new PoolReconciler(Pools(), new PoolReconcilerOptions(), new JumpingTime()).ReconcileAsync(
            new PoolGoal { Pool = Customers, Desired = numbers.ToHashSet() }, progress: null, CancellationToken.None);
}
