using System.Globalization;
using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Provider.Harness;

namespace PulumiNumbers.Tests.Hardening.Soak;

/// <summary>What each worker works on: one or two resources of every type and carrier, apart from those of all others.</summary>
internal static class Slots
{
    private const int NumbersEach = 12;

    /// <summary>Where the rented numbers begin that go into pools; the account rents them from the start.</summary>
    private const long FirstOwned = 447_700_900_000;

    /// <summary>The pool that a worker's membership fills.</summary>
    public static string PoolOf(int worker) => Text($"members-{worker}");

    public static IReadOnlyList<Slot> Of(int worker, EmulatorServer carriers) =>
    [
        new(Tokens.NumberPool, Text($"pool-{worker}"), random => new(StringComparer.Ordinal)
        {
            ["poolId"] = Text($"pool-{worker}"),
            ["fallback"] = Pick(random, "Pool", "CustomFrom", "Reject"),
            ["localizedSenderPreferred"] = random.Next(2) == 0,
        }),
        new(Tokens.PoolMembership, Text($"members-{worker}"), random => new(StringComparer.Ordinal)
        {
            ["poolId"] = PoolOf(worker),
            ["numbers"] = Enumerable.Range(worker * NumbersEach, NumbersEach).Where(_ => random.Next(2) == 0).Select(index => Text($"{FirstOwned + index}")).ToList(),
        }),
        Rented("kpn", "NL", 31_600_001_000 + worker),
        Rented("vonage", "NL", 31_600_000_000 + worker),
        new(Tokens.OwnedNumber, Text($"seven-{worker}"), random => new(StringComparer.Ordinal)
        {
            ["carrier"] = "seven",
            ["number"] = Text($"{4_500_005_000 + worker}"),
            ["friendlyName"] = Text($"desk {random.Next(10)}"),
            ["smsForward"] = random.Next(2) == 0 ? new List<string>() : [Text($"{FirstOwned + random.Next(10)}")],
            ["deleteImmediately"] = true,
        }),
        Exclusive(Text($"vip-{worker}"), 5_550_000 + worker, carriers),
        Exclusive(Text($"guest-{worker}"), 5_560_000 + worker, carriers),
    ];

    private static Slot Rented(string carrier, string country, long number) => new(Tokens.OwnedNumber, Text($"{carrier}-{number}"), random => new(StringComparer.Ordinal)
    {
        ["carrier"] = carrier,
        ["country"] = country,
        ["number"] = Text($"{number}"),
        ["moHttpUrl"] = random.Next(3) == 0 ? "" : Text($"https://sms.example.com/inbound/{random.Next(10)}"),
        ["voiceCallbackType"] = "tel",
        ["voiceCallbackValue"] = Text($"{FirstOwned + random.Next(10)}"),
    });

    private static Slot Exclusive(string name, int number, EmulatorServer carriers) => new(Tokens.ExclusiveNumber, name, random => new(StringComparer.Ordinal)
    {
        ["number"] = Text($"{number}"),
        ["enabled"] = random.Next(2) == 0,
        ["description"] = Text($"caller {random.Next(10)}"),
        ["callQueues"] = carriers.PortSip.Queues
            .Where(_ => random.Next(2) == 0)
            .ToDictionary(queue => queue.Id, _ => (object?)new List<string> { Text($"{1001 + random.Next(20)}"), Text($"{1021 + random.Next(20)}") }, StringComparer.Ordinal),
    });

    private static string Pick(Random random, params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
