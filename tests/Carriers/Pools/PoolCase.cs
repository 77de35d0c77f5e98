using FsCheck;
using FsCheck.Fluent;
using PulumiNumbers.Carriers;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Pools;

/// <summary>A goal, a pool, and how the carrier and the user behave while the one is made to meet the other.</summary>
internal sealed record PoolCase
{
    private const int Universe = 140;

    public required IReadOnlyList<int> Desired { get; init; }

    public required IReadOnlyList<int> Before { get; init; }

    public required IReadOnlyList<int> Content { get; init; }

    public required bool Authoritative { get; init; }

    public required IReadOnlyList<int> NotOwned { get; init; }

    public required IReadOnlyList<int> Malformed { get; init; }

    public required bool NamesMalformed { get; init; }

    public required IReadOnlyList<int> LearnedLate { get; init; }

    /// <summary>What goes wrong with each request of the first two runs, in order; after the last one nothing does.</summary>
    public required IReadOnlyList<PoolFault> Faults { get; init; }

    /// <summary>After how many writes the user cancels the first run; 0: never.</summary>
    public required int CancelAfter { get; init; }

    public required int Parallelism { get; init; }

    public static Arbitrary<PoolCase> Any { get; } = (
        from desired in NumbersUpTo(Universe)
        from before in NumbersUpTo(Universe)
        from content in NumbersUpTo(Universe)
        from authoritative in Gen.Elements(true, false)
        from notOwned in NumbersUpTo(6)
        from malformed in NumbersUpTo(2)
        from namesMalformed in Gen.Elements(true, false)
        from learnedLate in NumbersUpTo(5)
        from faults in Gen.ListOf(Fault())
        from cancelAfter in Gen.Choose(0, 4)
        from parallelism in Gen.Choose(1, 4)
        select new PoolCase
        {
            Desired = desired,
            Before = before,
            Content = content,
            Authoritative = authoritative,
            NotOwned = notOwned,
            Malformed = malformed,
            NamesMalformed = namesMalformed,
            LearnedLate = learnedLate,
            Faults = [.. faults],
            CancelAfter = cancelAfter,
            Parallelism = parallelism,
        }).ToArbitrary();

    public IReadOnlySet<Msisdn> NeverAddable => Some.Numbers([.. NotOwned, .. Malformed]).Except(Some.Numbers([.. Content])).ToHashSet();

    public override string ToString() =>
        $"desired [{string.Join(' ', Desired)}] before [{string.Join(' ', Before)}] content [{string.Join(' ', Content)}] "
        + $"authoritative {Authoritative} not owned [{string.Join(' ', NotOwned)}] malformed [{string.Join(' ', Malformed)}] "
        + $"late [{string.Join(' ', LearnedLate)}] faults [{string.Join(' ', Faults)}] cancel after {CancelAfter} parallelism {Parallelism}";

    private static Gen<int[]> NumbersUpTo(int most) =>
        from count in Gen.Choose(0, most)
        from numbers in Gen.ArrayOf(Gen.Choose(0, Universe - 1), count)
        select numbers;

    private static Gen<PoolFault> Fault() => Gen.Frequency(
        (4, Gen.Constant(PoolFault.None)),
        (5, Gen.Elements(Enum.GetValues<PoolFault>())));
}
