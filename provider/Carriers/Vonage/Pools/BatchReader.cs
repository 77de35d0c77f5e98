using System.Net;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>
/// Reads what became of each number of an add or a remove (Number Pools API v2: 200, 201, 204, 207, and 400 where all failed).
/// The errors stand at the top or under <c>error</c>, each bare or wrapped in <c>error</c> once more.
/// </summary>
internal sealed class BatchReader(IReadOnlyList<Msisdn> asked, Redactor redactor)
{
    /// <summary>Whether a 400 tells of single numbers, rather than of a request that is malformed as a whole.</summary>
    public static bool TellsOfNumbers(HttpStatusCode status, JToken? body)
        => status == HttpStatusCode.BadRequest && Errors(body).Any(error => error["numbers"] is JArray { Count: > 0 });

    /// <exception cref="JsonException">The body does not say what became of the numbers.</exception>
    public BatchOutcome Read(HttpStatusCode status, JToken? body)
    {
        if (status == HttpStatusCode.NoContent)
            return new BatchOutcome { Succeeded = asked };
        if (body is not JObject)
            throw new JsonSerializationException("the answer is not an object");

        var failures = Failures(body);
        var failed = failures.Select(failure => failure.Number).ToHashSet();
        var succeeded = status is HttpStatusCode.MultiStatus or HttpStatusCode.BadRequest ? Numbers(body["numbers"]).ToHashSet() : [.. asked];
        succeeded.ExceptWith(failed);
        return new BatchOutcome
        {
            Succeeded = [.. asked.Where(succeeded.Contains)],
            Failures = [.. failures, .. asked.Where(number => !succeeded.Contains(number) && !failed.Contains(number)).Select(Unmentioned)],
        };
    }

    private static NumberFailure Unmentioned(Msisdn number) => new() { Number = number, CarrierMessage = "the carrier did not say what became of it" };

    private static IEnumerable<JObject> Errors(JToken? body)
    {
        var holder = body?["errors"] is JArray ? body : body?["error"];
        return (holder?["errors"] as JArray ?? []).OfType<JObject>().Select(error => error["error"] as JObject ?? error);
    }

    private static IEnumerable<Msisdn> Numbers(JToken? array)
    {
        foreach (var item in array as JArray ?? [])
        {
            if (Msisdn.TryParse((string?)item, out var number))
                yield return number;
        }
    }

    private List<NumberFailure> Failures(JToken body)
    {
        var traceId = (string?)(body["instance"] ?? body["error"]?["instance"]);
        var wanted = asked.ToHashSet();
        var failures = new List<NumberFailure>();
        foreach (var error in Errors(body))
        {
            var problem = Problem.Read(error);
            foreach (var number in Numbers(error["numbers"]).Where(wanted.Remove))
            {
                failures.Add(new NumberFailure
                {
                    Number = number,
                    Code = problem.Code,
                    CarrierMessage = problem.Message is null ? null : redactor.Summarize(problem.Message),
                    TraceId = problem.Instance ?? traceId,
                });
            }
        }

        return failures;
    }
}
