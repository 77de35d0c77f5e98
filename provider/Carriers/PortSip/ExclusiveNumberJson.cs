using System.Globalization;
using Newtonsoft.Json;

namespace PulumiNumbers.Carriers.PortSip;

/// <summary>An exclusive number as the PBX writes it.</summary>
internal sealed record ExclusiveNumberJson
{
    [JsonProperty("id", Required = Required.Always)]
    public required string Id { get; init; }

    [JsonProperty("number")]
    public string? Number { get; init; }

    [JsonProperty("created_at")]
    public string? CreatedAt { get; init; }

    [JsonProperty("enabled")]
    public bool? Enabled { get; init; }

    [JsonProperty("description")]
    public string? Description { get; init; }

    public ExclusiveNumber ToExclusiveNumber() => new()
    {
        Id = Id,
        Number = Number ?? throw new FormatException("the answer has no number"),
        Enabled = Enabled ?? true,
        Description = string.IsNullOrEmpty(Description) ? null : Description,
        CreatedAt = DateTimeOffset.TryParse(
            CreatedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null,
    };
}
