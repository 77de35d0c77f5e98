using System.Globalization;

namespace PulumiNumbers.Rpc.Wire;

/// <summary>The <c>grpc-timeout</c> header: up to eight digits and a unit.</summary>
internal static class GrpcTimeout
{
    private const int MaxDigits = 8;
    private const long MaxValue = 99_999_999;

    private static readonly (char Unit, long Nanoseconds)[] Units =
    [
        ('n', 1),
        ('u', 1_000),
        ('m', 1_000_000),
        ('S', 1_000_000_000),
        ('M', 60_000_000_000),
        ('H', 3_600_000_000_000),
    ];

    /// <summary>Reads a timeout. One that is shorter than a tick becomes a tick, so that it still is one.</summary>
    public static bool TryParse(string text, out TimeSpan timeout)
    {
        timeout = default;
        if (text.Length is < 2 or > MaxDigits + 1
            || !long.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
        {
            return false;
        }

        foreach (var (unit, nanoseconds) in Units)
        {
            if (unit == text[^1])
            {
                timeout = TimeSpan.FromTicks(long.Max(1, (long)(amount * (Int128)nanoseconds / TimeSpan.NanosecondsPerTick)));
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes a timeout in the finest unit that holds it, rounded up: the callee shall not give up first.</summary>
    public static string Format(TimeSpan timeout)
    {
        var total = (Int128)long.Max(timeout.Ticks, 0) * TimeSpan.NanosecondsPerTick;
        foreach (var (unit, nanoseconds) in Units)
        {
            var amount = (total + nanoseconds - 1) / nanoseconds;
            if (amount <= MaxValue)
                return string.Create(CultureInfo.InvariantCulture, $"{(long)amount}{unit}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{MaxValue}H");
    }
}
