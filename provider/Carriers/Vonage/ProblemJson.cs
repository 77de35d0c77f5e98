using Newtonsoft.Json;

namespace PulumiNumbers.Carriers.Vonage;

/// <summary>A problem document of Vonage.</summary>
internal sealed record ProblemJson
{
    [JsonProperty("type")]
    public string? Type { get; init; }

    [JsonProperty("title")]
    public string? Title { get; init; }

    [JsonProperty("detail")]
    public string? Detail { get; init; }

    [JsonProperty("instance")]
    public string? Instance { get; init; }

    [JsonProperty("invalid_parameters")]
    public IReadOnlyList<InvalidParameterJson> InvalidParameters { get; init; } = [];

    /// <summary>The fragment of the type's link: <c>https://developer.vonage.com/api-errors#not-found</c> says <c>not-found</c>.</summary>
    [JsonIgnore]
    public string? Code => Type?.LastIndexOf('#') is >= 0 and var hash ? Type[(hash + 1)..] : Type;

    [JsonIgnore]
    public string? Words => (Title, Detail) switch
    {
        ({ Length: > 0 }, { Length: > 0 }) when Title != Detail => $"{Title}: {Detail}",
        ({ Length: > 0 }, _) => Title,
        _ => Detail,
    };
}
