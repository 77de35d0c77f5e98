using System.Text.Json;
using System.Text.Json.Serialization;
using PulumiNumbers.Emulator.Inventory;

namespace PulumiNumbers.Emulator.Control;

/// <summary><c>POST /_emulator/numbers</c>: rentals and stock, changed without the carrier's API.</summary>
internal sealed record NumbersChange
{
    /// <summary>vonage, kpn or seven.</summary>
    public required string Carrier { get; init; }

    /// <summary>The account; null: the carrier's usual one.</summary>
    public string? Account { get; init; }

    /// <summary>Numbers that the account rents from now on. seven rents only what it has on offer.</summary>
    public IReadOnlyList<string> Subscribe { get; init; } = [];

    /// <summary>How many numbers of the bulk range the account rents from now on (vonage, kpn).</summary>
    public int SubscribeMany { get; init; }

    /// <summary>Rentals that end at once.</summary>
    public IReadOnlyList<string> Cancel { get; init; } = [];

    /// <summary>Numbers that somebody else took.</summary>
    public IReadOnlyList<string> Snatch { get; init; } = [];
}

/// <summary><c>POST /_emulator/pools</c>: a pool, changed without the API; created where there is none.</summary>
internal sealed record PoolChange
{
    public required string PoolId { get; init; }

    /// <summary>Numbers to put in, rented or not.</summary>
    public IReadOnlyList<string> Add { get; init; } = [];

    /// <summary>Numbers to take out.</summary>
    public IReadOnlyList<string> Remove { get; init; } = [];

    /// <summary>Whether the pool goes.</summary>
    public bool Delete { get; init; }
}

/// <summary><c>POST /_emulator/exclusive-numbers</c>: the PBX, changed without its API.</summary>
internal sealed record ExclusiveNumberChange
{
    /// <summary>The tenant's SIP domain.</summary>
    public string Domain { get; init; } = EmulatorCredentials.PortSipDomain;

    /// <summary>Numbers to create.</summary>
    public IReadOnlyList<string> Create { get; init; } = [];

    /// <summary>Numbers, not ids, to delete.</summary>
    public IReadOnlyList<string> Delete { get; init; } = [];
}

/// <summary><c>POST /_emulator/competitors</c>: what other customers do from now on.</summary>
internal sealed record CompetitorChange
{
    /// <summary>vonage, kpn or seven.</summary>
    public required string Carrier { get; init; }

    /// <summary>They take every n-th number; 0: none.</summary>
    public required int Every { get; init; }

    public CompetitorMoment Moment { get; init; }
}

/// <summary><c>POST /_emulator/tokens/revoke</c>.</summary>
internal sealed record TokenRevocation
{
    /// <summary>kpn or portsip.</summary>
    public required string Carrier { get; init; }

    /// <summary>Whether new tokens are refused too.</summary>
    public bool CredentialsToo { get; init; }
}

/// <summary><c>POST /_emulator/credentials</c>: credentials that a carrier accepts from now on, or no more.</summary>
internal sealed record CredentialChange
{
    public required string Carrier { get; init; }

    /// <summary>API key, client id, <c>user@domain</c>, or a token of PortSIP's.</summary>
    public required string Id { get; init; }

    /// <summary>The secret; empty where the id is the secret.</summary>
    public string Secret { get; init; } = "";

    /// <summary>The account that they open; null: the id's present one gets the new secret.</summary>
    public string? Account { get; init; }

    /// <summary>Whether the id is rejected from now on.</summary>
    public bool Remove { get; init; }
}

/// <summary><c>POST /_emulator/time</c>.</summary>
internal sealed record TimeChange
{
    /// <summary>Seconds by which the emulator's time is put forward.</summary>
    public required TimeSpan Advance { get; init; }
}

/// <summary>The control addresses' JSON: camel case, enumerations in kebab case, durations in seconds, unknown members refused.</summary>
internal static class ControlJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new SecondsConverter() },
    };

    private sealed class SecondsConverter : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TimeSpan.FromSeconds(reader.GetDouble());

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.TotalSeconds);
    }
}
