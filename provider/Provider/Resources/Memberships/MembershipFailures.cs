using System.Globalization;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Pools;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;

namespace PulumiNumbers.Provider.Resources.Memberships;

/// <summary>Puts into words what a reconciliation could not do.</summary>
internal static class MembershipFailures
{
    private const int MostNamed = 20;

    /// <summary>One sentence for each number that failed; from <see cref="MostNamed"/> on, one for each reason.</summary>
    public static IReadOnlyList<string> Problems(PoolReconciliation reached) =>
    [
        .. Sentences("add", "to", reached.AddFailures, reached.Goal.Pool),
        .. Sentences("remove", "from", reached.RemoveFailures, reached.Goal.Pool),
        .. Leftovers(reached),
    ];

    /// <summary>The error for a reconciliation that is not complete and leaves nothing to save.</summary>
    /// <param name="operation">What was attempted, as the end of "could not …".</param>
    /// <param name="reached">How far it came.</param>
    public static ResourceException Incomplete(string operation, PoolReconciliation reached)
    {
        var problems = Problems(reached);
        var told = problems is [var only] ? $" {only}" : string.Concat(problems.Select(problem => $"\n* {problem}"));
        return new ResourceException(KindOf(reached), $"Could not {operation}:{told}", reached.Stop);
    }

    private static FailureKind KindOf(PoolReconciliation reached) =>
        reached.Cancelled ? FailureKind.Cancelled
        : reached.Stop is { } stop ? CarrierFailures.KindOf(stop.Kind)
        : FailureKind.FailedPrecondition;

    private static IEnumerable<string> Sentences(string verb, string preposition, IReadOnlyList<NumberFailure> failures, PoolAddress pool) =>
        failures.Count <= MostNamed
            ? failures.Select(failure => $"vonage: failed to {verb} {failure.Number} {preposition} pool {pool.PoolId}: {Reason(failure)}.{Advice(failure.Code)}")
            : failures.GroupBy(failure => (failure.Code, failure.Words)).Select(group =>
                $"vonage: failed to {verb} {Count(group.Count())} {preposition} pool {pool.PoolId}: {Reason(group.First())}: " +
                $"{string.Join(", ", group.Select(failure => failure.Number))}.{Advice(group.Key.Code)}");

    private static IEnumerable<string> Leftovers(PoolReconciliation reached)
    {
        if (reached.Stop is { } stop)
            yield return $"{stop.Message} ({reached.Summary}; the next run does the rest.)";
        if (reached.Cancelled)
            yield return $"Cancelled: {reached.Summary}. The next run does the rest.";
        if (reached.Withheld.Count > 0)
        {
            yield return $"{NumberList.Of(reached.Withheld)} stayed in pool {reached.Goal.Pool.PoolId}, because none of the numbers that " +
                "should take their place could be added and the pool would have been left without a sender.";
        }

        if (reached.Uncertain.Count > 0)
        {
            yield return $"Vonage did not say whether pool {reached.Goal.Pool.PoolId} now holds {NumberList.Of([.. reached.Uncertain])}. " +
                "The next run looks; `pulumi refresh` does so at once.";
        }
    }

    private static string Reason(NumberFailure failure)
    {
        List<string> marks = [];
        if (failure.Code is not null)
            marks.Add($"code {failure.Code}");
        if (failure.TraceId is not null)
            marks.Add($"trace id {failure.TraceId}");
        return (failure.Words ?? "refused without a reason") + (marks.Count == 0 ? "" : $" ({string.Join(", ", marks)})");
    }

    private static string Advice(string? code) => code switch
    {
        NumberPoolsCodes.MissingNumberSubscription =>
            " The account must rent the number first; one that was bought moments ago may need a longer `numbers:subscriptionWait`.",
        NumberPoolsCodes.Throttled or NumberPoolsCodes.InternalError or null => " The next run tries again.",
        _ => "",
    };

    private static string Count(int numbers) => string.Create(CultureInfo.InvariantCulture, $"{numbers} numbers");
}
