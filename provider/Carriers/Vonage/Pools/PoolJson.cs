using System.Globalization;
using System.Net;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>Reads and writes the JSON of the Number Pools API v2. A shape that the document does not describe is an <see cref="UnreadableResponseException"/>.</summary>
internal static class PoolJson
{
    public static Pool ReadPool(JToken? json, string accountId)
    {
        var body = json as JObject ?? throw new UnreadableResponseException("a pool is expected");
        return new Pool
        {
            Address = new PoolAddress(Text(body["account_id"]) ?? accountId, Text(body["pool_id"]) ?? throw new UnreadableResponseException("pool_id is missing")),
            Fallback = Text(body["fallback"]) switch
            {
                "Pool" => PoolFallback.Pool,
                "CustomFrom" => PoolFallback.CustomFrom,
                "Reject" => PoolFallback.Reject,
                var other => throw new UnreadableResponseException($"unknown fallback {other}"),
            },
            LocalizedSenderPreferred = Flag(body["localized_sender_preferred"]),
            PredictableSenderPreferred = Flag(body["predictable_sender_preferred"]),
        };
    }

    /// <summary>All rules of a new pool: the API wants each of them.</summary>
    public static JObject Write(Pool pool) => new()
    {
        ["pool_id"] = pool.Address.PoolId,
        ["fallback"] = NameOf(pool.Fallback),
        ["localized_sender_preferred"] = pool.LocalizedSenderPreferred,
        ["predictable_sender_preferred"] = pool.PredictableSenderPreferred,
    };

    public static JObject Write(PoolPatch patch)
    {
        var body = new JObject();
        if (patch.Fallback is { } fallback)
            body["fallback"] = NameOf(fallback);
        if (patch.LocalizedSenderPreferred is { } localized)
            body["localized_sender_preferred"] = localized;
        if (patch.PredictableSenderPreferred is { } predictable)
            body["predictable_sender_preferred"] = predictable;
        return body;
    }

    /// <summary>Reads a page. A body without any sign of a page is no empty listing: believing it would make every number look gone.</summary>
    /// <param name="json">The body.</param>
    /// <param name="name">Under which name the page embeds its items.</param>
    /// <param name="item">Reads one item; null leaves it out.</param>
    public static Page<TItem> ReadPage<TItem>(JToken? json, string name, Func<JToken, TItem?> item)
        where TItem : class
    {
        if (json is not JObject body || (body["_embedded"] is null && body["total_items"] is null && body["page"] is null))
            throw new UnreadableResponseException("a page of a listing is expected");
        var array = (body["_embedded"] as JObject)?[name];
        if (array is not (null or JArray or JValue { Type: JTokenType.Null }))
            throw new UnreadableResponseException($"{name} is not an array");
        var items = array as JArray ?? [];
        var links = body["_links"] as JObject;
        return new Page<TItem>([.. items.Select(item).OfType<TItem>()], items.Count, Number(body["total_items"]))
        {
            Next = Text((links?["next"] as JObject)?["href"]),
            HasLinks = links is not null,
        };
    }

    public static string? Text(JToken? token) => token switch
    {
        JValue { Type: JTokenType.String or JTokenType.Integer, Value: { } value } => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static int? Number(JToken? token) =>
        int.TryParse(Text(token), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Flag(JToken? token) => token switch
    {
        JValue { Value: bool flag } => flag,
        JValue { Value: string text } => bool.TryParse(text, out var flag) && flag,
        _ => false,
    };

    private static string NameOf(PoolFallback fallback) => fallback switch
    {
        PoolFallback.Pool => "Pool",
        PoolFallback.CustomFrom => "CustomFrom",
        PoolFallback.Reject => "Reject",
        _ => throw new ArgumentOutOfRangeException(nameof(fallback)),
    };
}

/// <summary>
/// Reads what became of each number of an add or a remove (Number Pools API v2: 200, 201, 204, 207, and 400 where all failed).
/// The errors stand at the top or under <c>error</c>, each bare or wrapped in <c>error</c> once more.
/// </summary>
internal sealed class BatchReader(IReadOnlyList<PoolNumber> requested, Redactor redactor)
{
    /// <summary>Whether a 400 reports on single numbers, rather than on a request that is malformed as a whole.</summary>
    public static bool ReportsNumbers(HttpStatusCode status, JToken? body)
        => status == HttpStatusCode.BadRequest && Errors(body).Any(error => error["numbers"] is JArray { Count: > 0 });

    /// <exception cref="UnreadableResponseException">The body does not say what became of the numbers.</exception>
    public BatchOutcome Read(HttpStatusCode status, JToken? body)
    {
        if (status == HttpStatusCode.NoContent)
            return new BatchOutcome { Succeeded = requested };
        if (body is not JObject)
            throw new UnreadableResponseException("the response is not an object");

        var failures = Failures(body);
        var failed = failures.Select(failure => failure.Number).ToHashSet();
        var succeeded = status is HttpStatusCode.MultiStatus or HttpStatusCode.BadRequest ? Numbers(body["numbers"]).ToHashSet() : [.. requested];
        succeeded.ExceptWith(failed);
        return new BatchOutcome { Succeeded = [.. requested.Where(succeeded.Contains)], Failures = failures };
    }

    private static IEnumerable<JObject> Errors(JToken? body)
    {
        var holder = body is JObject { } top && top["errors"] is not JArray ? top["error"] : body;
        return ((holder as JObject)?["errors"] as JArray ?? []).OfType<JObject>().Select(error => error["error"] as JObject ?? error);
    }

    private static IEnumerable<PoolNumber> Numbers(JToken? array) =>
        (array as JArray ?? []).Select(item => PoolNumber.FromCarrier(PoolJson.Text(item))).OfType<PoolNumber>();

    private List<NumberFailure> Failures(JToken body)
    {
        var traceId = PoolJson.Text(body["instance"]) ?? PoolJson.Text((body["error"] as JObject)?["instance"]);
        var open = requested.ToHashSet();
        var failures = new List<NumberFailure>();
        foreach (var error in Errors(body))
        {
            var type = PoolJson.Text(error["type"]);
            var message = string.Join(": ", new[] { PoolJson.Text(error["title"]), PoolJson.Text(error["detail"]) }.Where(text => text is { Length: > 0 }).Distinct(StringComparer.Ordinal));
            foreach (var number in Numbers(error["numbers"]).Where(open.Remove))
            {
                failures.Add(new NumberFailure
                {
                    Number = number,
                    Code = type?[(type.LastIndexOf('#') + 1)..],
                    CarrierMessage = message.Length == 0 ? null : redactor.Summarize(message),
                    TraceId = PoolJson.Text(error["instance"]) ?? traceId,
                });
            }
        }

        return failures;
    }
}
