using FsCheck;
using FsCheck.Fluent;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Purchasing;

/// <summary>A market, the buyers in it, and how the carrier behaves.</summary>
internal sealed record PurchaseCase
{
    public required int Offers { get; init; }

    public required int Buyers { get; init; }

    /// <summary>The buyers that want a number by name rather than any; several may want the same.</summary>
    public required IReadOnlyList<int> ByName { get; init; }

    /// <summary>The numbers that competitors snatch at the last moment.</summary>
    public required IReadOnlyList<int> Snatched { get; init; }

    public required int LearnsOfSalesAfter { get; init; }

    /// <summary>What goes wrong with each order or cancellation, in order; after the last one nothing does.</summary>
    public required IReadOnlyList<NumberFault> WriteFaults { get; init; }

    /// <summary>What goes wrong with each question, in order.</summary>
    public required IReadOnlyList<NumberFault> ReadFaults { get; init; }

    public required int Parallelism { get; init; }

    public static Arbitrary<PurchaseCase> Any { get; } = (
        from offers in Gen.Choose(0, 12)
        from buyers in Gen.Choose(1, 8)
        from byName in Gen.ListOf(Gen.Choose(0, 12))
        from snatched in Gen.ListOf(Gen.Choose(0, 11))
        from lag in Gen.Choose(0, 9)
        from writeFaults in Gen.ListOf(Gen.Elements(Enum.GetValues<NumberFault>()))
        from readFaults in Gen.ListOf(Gen.Frequency((6, Gen.Constant(NumberFault.None)), (1, Gen.Constant(NumberFault.DownBeforeEffect))))
        from parallelism in Gen.Choose(1, 8)
        select new PurchaseCase
        {
            Offers = offers,
            Buyers = buyers,
            ByName = [.. byName.Take(buyers)],
            Snatched = [.. snatched],
            LearnsOfSalesAfter = lag,
            WriteFaults = [.. writeFaults],
            ReadFaults = [.. readFaults],
            Parallelism = parallelism,
        }).ToArbitrary();

    public override string ToString() =>
        $"{Offers} offers, {Buyers} buyers, by name [{string.Join(' ', ByName)}], snatched [{string.Join(' ', Snatched)}], "
        + $"sales seen after {LearnsOfSalesAfter}, writes [{string.Join(' ', WriteFaults)}], reads [{string.Join(' ', ReadFaults)}], parallelism {Parallelism}";
}
