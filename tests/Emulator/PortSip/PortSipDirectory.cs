using System.Globalization;
using System.Text;

namespace PulumiNumbers.Emulator.PortSip;

/// <summary>The tenant's queues and users, which the emulator does not change.</summary>
internal static class PortSipDirectory
{
    public static IReadOnlyList<CallQueue> Queues { get; } =
    [
        new(OpaqueId(700551909773140001), "Sales", "8001"),
        new(OpaqueId(700551909773140002), "Support", "8002"),
        new(OpaqueId(700551909773140003), "VIP", "8003"),
        new(OpaqueId(700551909773140004), "Night shift", "8004"),
    ];

    public static IReadOnlyList<Agent> Agents { get; } =
    [
        .. Enumerable.Range(1001, 50).Select(extension => new Agent(
            OpaqueId(700551909773141000 + extension),
            string.Create(CultureInfo.InvariantCulture, $"agent{extension}"),
            string.Create(CultureInfo.InvariantCulture, $"Agent {extension}"),
            extension.ToString(CultureInfo.InvariantCulture))),
    ];

    /// <summary>PortSIP's ids are a number's decimal digits in base64.</summary>
    public static string OpaqueId(long number) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The number in an id.</summary>
    public static long Ordinal(string id) => long.Parse(Encoding.ASCII.GetString(Convert.FromBase64String(id)), CultureInfo.InvariantCulture);
}
