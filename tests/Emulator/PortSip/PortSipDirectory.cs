using System.Collections.Immutable;
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

/// <summary>A user of the PBX who can be an agent.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Name">User name.</param>
/// <param name="DisplayName">Name for people.</param>
/// <param name="ExtensionNumber">Extension, 3 to 64 digits.</param>
public sealed record Agent(string Id, string Name, string DisplayName, string ExtensionNumber);

/// <summary>A call queue of the contact centre.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Name">Its name.</param>
/// <param name="ExtensionNumber">Its extension.</param>
public sealed record CallQueue(string Id, string Name, string ExtensionNumber);

/// <summary>An exclusive number of the PBX.</summary>
public sealed record ExclusiveNumber
{
    /// <summary>Opaque id.</summary>
    public required string Id { get; init; }

    /// <summary>1 to 64 characters.</summary>
    public required string Number { get; init; }

    /// <summary>Whether it is in force.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Up to 1024 characters.</summary>
    public string Description { get; init; } = "";

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Agents' extension numbers by queue id; a queue without agents is not here.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Agents { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;
}
