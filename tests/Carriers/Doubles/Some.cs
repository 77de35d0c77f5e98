using System.Globalization;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Vonage.Pools;

namespace PulumiNumbers.Tests.Carriers.Doubles;

/// <summary>Values for tests. The numbers come from a range that is reserved for fiction, and beyond a thousand from behind it.</summary>
internal static class Some
{
    public static readonly PoolAddress Pool = new("a1b2c3d4", "customers");

    public static Msisdn Number(int index) => Msisdn.Parse((447700900000 + index).ToString(CultureInfo.InvariantCulture));

    public static IReadOnlySet<Msisdn> Numbers(int first, int count) => Enumerable.Range(first, count).Select(Number).ToHashSet();

    public static IReadOnlySet<Msisdn> Numbers(params int[] indexes) => indexes.Select(Number).ToHashSet();

    public static CarrierException Error(CarrierErrorKind kind, string? code = null, TimeSpan? retryAfter = null) => new(kind)
    {
        Carrier = "vonage",
        Operation = "do as told",
        Code = code,
        CarrierMessage = "the carrier's words",
        TraceId = "trace-1",
        RetryAfter = retryAfter,
    };
}
