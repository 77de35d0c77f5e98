using System.Runtime.CompilerServices;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.PortSip;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Resources;
using PulumiNumbers.Provider.Resources.ExclusiveNumbers;
using PulumiNumbers.Provider.Resources.Memberships;

namespace PulumiNumbers.Tests.Provider.Pools;

/// <summary>Every message about pools and exclusive numbers, in one file to read.</summary>
public sealed class PoolMessageTests
{
    private static readonly PoolAddress Pool = new("a1b2c3d4", "senders");
    private static readonly Urn First = new("urn:pulumi:test::phones::numbers:index:PoolMembership::first");
    private static readonly Urn Second = new("urn:pulumi:test::phones::numbers:index:PoolMembership::second");
    private static readonly CarrierException Lost = new(CarrierErrorKind.Ambiguous) { Carrier = "vonage", Operation = "create pool a1b2c3d4/senders" };
    private static readonly CarrierException Missing = new(CarrierErrorKind.NotFound)
    {
        Carrier = "vonage",
        Operation = "list the numbers of pool a1b2c3d4/senders",
        HttpStatus = 404,
        Code = "not-found",
    };

    [Fact]
    public void Messages_AreThoseOfTheGoldenFile()
    {
        var actual = string.Join("\n", Messages()) + "\n";
        Assert.Equal(File.ReadAllText(GoldenFile()), actual);
    }

    private static IEnumerable<string> Messages() =>
    [
        .. PoolMessages.Problems(Result() with { AddFailures = [Failure(1, "missing-number-subscription", "No such number subscription"), Failure(2, null, null)] }),
        .. PoolMessages.Problems(Result() with { RemoveFailures = [.. Enumerable.Range(1, 21).Select(index => Failure(index, "number-deletion-error", "Not removed"))] }),
        .. PoolMessages.Problems(Result() with { HeldBack = [Number(1)] }),
        .. PoolMessages.Problems(Result() with { HeldBack = Numbers(30) }),
        .. PoolMessages.Problems(Result() with { Indeterminate = Numbers(2).ToHashSet() }),
        .. PoolMessages.Problems(Result() with { Added = Numbers(3), NotAttempted = [Number(7)], Cancelled = true }),
        .. PoolMessages.Problems(Result() with { Stop = Lost }),
        .. PoolMessages.Problems(Result() with { Stop = Missing }),
        PoolMessages.Incomplete("remove the numbers from pool a1b2c3d4/senders", Result() with { RemoveFailures = [Failure(1, "throttled", "Too many requests")] }).Message,
        PoolMessages.TwoMemberships(Pool, First, Second).Message,
        PoolMessages.TwoPools(Pool, First, Second).Message,
        PoolMessages.PoolMissing(Pool, Missing).Message,
        PoolMessages.CreationIndeterminate(Pool, "numbers:index:NumberPool", "senders", Lost).Message,
        PoolMessages.TakeoverWarning(Pool, Numbers(2)),
        PoolMessages.RemovedOthers(Pool, Numbers(12)),
        PoolMessages.GaveUp(Pool, Numbers(1)),
        PoolMessages.KeptForOthers(Pool, Numbers(1)),
        PoolMessages.KeptForReplacement(Pool),
        PoolMessages.Drift(Pool, 1, 2),
        PoolMessages.Emptied(Pool, 60),
        new PoolProgress { Added = 350, ToAdd = 1000, ToRemove = 20, Failed = 2, Awaited = 1, AwaitedFor = TimeSpan.FromSeconds(60) }.ToString(),
        Thrown(() => DeletionGuard.EnsureUnprotected(isProtected: true, "vonage: pool a1b2c3d4/senders", "senders")),
        Thrown(() => DeletionGuard.EnsureSameAccount("vonage: pool a1b2c3d4/senders", First, "a1b2c3d4", "e5f6a7b8")),
        ExclusiveNumberMessages.Exists("numbers:index:ExclusiveNumber", "vip", new ExclusiveNumberInfo { Id = "NzAw", Number = "447700900123", Enabled = true }, failure: null).Message,
        ExclusiveNumberMessages.CreationIndeterminate("447700900123", lost: null).Message,
        ExclusiveNumberMessages.Missing("NzAw", Missing).Message,
        ExclusiveNumberMessages.SeveralMatch("447700900123", ["NzAw", "NzAx"]).Message,
        ExclusiveNumberMessages.NoId().Message,
        ExclusiveNumberMessages.NotReadableYet(PbxNumber.Parse("447700900123", provider: null), "NzAw"),
    ];

    private static string GoldenFile([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "pool-messages.txt");

    private static string Thrown(Action action) => Assert.Throws<ResourceException>(action).Message;

    private static PoolNumber Number(int index) => PoolNumber.Parse($"447700900{index:000}");

    private static PoolNumber[] Numbers(int count) => [.. Enumerable.Range(1, count).Select(Number)];

    private static NumberFailure Failure(int index, string? code, string? message) => new() { Number = Number(index), Code = code, CarrierMessage = message };

    private static PoolReconciliation Result() => new()
    {
        Desired = new DesiredPool { Pool = Pool, Declared = Numbers(9).ToHashSet() },
        Held = new HashSet<PoolNumber>(),
        Added = [],
        Removed = [],
    };
}
