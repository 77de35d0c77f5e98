using System.Globalization;

namespace PulumiNumbers.Rpc.Wire;

/// <summary>The <c>grpc-timeout</c> header: up to eight digits and a unit.</summary>
internal static class GrpcTimeout
{
    private const int MaxDigits = 8;
    private const long MaxAmount = 99_999_999;

    /// <summary>The units of a tick (100 ns) and more. The largest amount of the largest unit is still a number of ticks.</summary>
    private static readonly (char Unit, long Ticks)[] Units =
    [
        ('u', TimeSpan.TicksPerMicrosecond),
        ('m', TimeSpan.TicksPerMillisecond),
        ('S', TimeSpan.TicksPerSecond),
        ('M', TimeSpan.TicksPerMinute),
        ('H', TimeSpan.TicksPerHour),
    ];

    /// <summary>Reads a timeout. One that is shorter than a tick becomes a tick, so that it still is one.</summary>
    public static bool TryParse(string text, out TimeSpan timeout)
    {
        timeout = default;
        if (text.Length is < 2 or > MaxDigits + 1
            || !long.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            || TicksOf(text[^1], amount) is not { } ticks)
        {
            return false;
        }

        timeout = TimeSpan.FromTicks(long.Max(1, ticks));
        return true;
    }

    /// <summary>Writes a timeout in the finest unit that holds it, rounded up: the callee shall not give up first.</summary>
    public static string Format(TimeSpan timeout)
    {
        var ticks = long.Max(timeout.Ticks, 0);
        if (ticks <= MaxAmount / TimeSpan.NanosecondsPerTick)
            return Format(ticks * TimeSpan.NanosecondsPerTick, 'n');

        foreach (var (unit, ticksPerUnit) in Units)
        {
            var amount = ticks / ticksPerUnit + (ticks % ticksPerUnit > 0 ? 1 : 0);
            if (amount <= MaxAmount)
                return Format(amount, unit);
        }

        return Format(MaxAmount, 'H');
    }

    private static string Format(long amount, char unit) => string.Create(CultureInfo.InvariantCulture, $"{amount}{unit}");

    private static long? TicksOf(char unit, long amount)
    {
        if (unit == 'n')
            return amount / TimeSpan.NanosecondsPerTick;
        foreach (var (known, ticksPerUnit) in Units)
        {
            if (known == unit)
                return amount * ticksPerUnit;
        }

        return null;
    }
}
