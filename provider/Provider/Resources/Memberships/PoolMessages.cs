using System.Globalization;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;

namespace PulumiNumbers.Provider.Resources.Memberships;

/// <summary>All that users read about pools and their numbers.</summary>
internal static class PoolMessages
{
    private const int MostFailures = 20;
    private const int MostNumbers = 10;

    /// <summary>One sentence for each number that failed; beyond <see cref="MostFailures"/> one for each reason.</summary>
    public static IReadOnlyList<string> Problems(PoolReconciliation result) =>
    [
        .. Failures("add", "to", result.AddFailures, result.Desired.Pool),
        .. Failures("remove", "from", result.RemoveFailures, result.Desired.Pool),
        .. Leftovers(result),
    ];

    /// <summary>The error for a reconciliation that is not complete and changed nothing.</summary>
    /// <param name="operation">What was attempted, as the end of "failed to …".</param>
    /// <param name="result">How far it came.</param>
    public static ResourceException Incomplete(string operation, PoolReconciliation result)
    {
        var problems = Problems(result);
        var reasons = problems is [var only] ? $" {only}" : string.Concat(problems.Select(problem => $"\n* {problem}"));
        return new ResourceException(KindOf(result), $"vonage: failed to {operation}:{reasons}", result.Stop);
    }

    public static ResourceException TwoMemberships(PoolAddress pool, Urn membership, Urn other) => new(
        FailureKind.InvalidArgument,
        $"vonage: {Name(membership)} and {Name(other)} both declare the numbers of pool {pool}, and at least one of them owns the whole pool. " +
        "Set `authoritative: false` on both, or declare all numbers in one of them.");

    public static ResourceException TwoPools(PoolAddress pool, Urn resource, Urn other) => new(
        FailureKind.InvalidArgument,
        $"vonage: {Name(resource)} and {Name(other)} both declare pool {pool}. Give one of them another `poolId`, or remove it.");

    public static ResourceException PoolMissing(PoolAddress pool, CarrierException response) => new(
        FailureKind.NotFound,
        $"vonage: pool {pool} does not exist any more (HTTP {response.HttpStatus ?? 404}, code {response.Code ?? NumberPoolsCodes.NotFound}). " +
        "Run `pulumi up --refresh`, which finds that out and creates again what the program declares.",
        response);

    public static ResourceException CreationIndeterminate(PoolAddress pool, string token, string name, CarrierException? lost) => new(
        FailureKind.Unknown,
        $"vonage: could not confirm the creation of pool {pool}: the response was lost and the pool is not there yet. Run `pulumi up` again; if it " +
        $"then says that the pool exists, take it over with `pulumi import {token} {name} {pool}`.{LastError(lost)}",
        lost);

    public static string TakeoverWarning(PoolAddress pool, IReadOnlyCollection<PoolNumber> others) =>
        $"vonage: pool {pool} holds {List(others)}, not declared here: this update removes them. To leave them to others, set `authoritative: false`.";

    public static string RemovedOthers(PoolAddress pool, IReadOnlyCollection<PoolNumber> others) =>
        $"vonage: removed {List(others)} from pool {pool}, which this membership never declared. If another membership or person manages them, " +
        "set `authoritative: false`.";

    public static string GaveUp(PoolAddress pool, IReadOnlyCollection<PoolNumber> numbers) =>
        $"vonage: removed {List(numbers)} from pool {pool}. A membership that declares them too and is not part of this run adds them again with " +
        "`pulumi up --refresh`.";

    public static string KeptForOthers(PoolAddress pool, IReadOnlyCollection<PoolNumber> numbers) =>
        $"vonage: {List(numbers)} {Stay(numbers)} in pool {pool}: another membership of this program declares {Them(numbers)}.";

    public static string KeptForReplacement(PoolAddress pool) =>
        $"vonage: the numbers of pool {pool} stay in it: the replacement is for the same pool.";

    public static string Drift(PoolAddress pool, int missing, int added) => string.Create(
        CultureInfo.InvariantCulture,
        $"vonage: pool {pool} differs from the state also in what this update does not change ({missing} missing, {added} added by others). Run `pulumi up --refresh` to repair that.");

    public static string Emptied(PoolAddress pool, int removed) => string.Create(
        CultureInfo.InvariantCulture,
        $"vonage: account {pool.AccountId} cannot delete pools. Pool {pool.PoolId} is empty now ({removed} numbers removed); ask Vonage's support to delete it. Until then its id cannot be used again.");

    /// <summary><c>447700900001 and 447700900002</c>, or <c>350 numbers (447700900001, …)</c>.</summary>
    public static string List(IReadOnlyCollection<PoolNumber> numbers)
    {
        PoolNumber[] sorted = [.. numbers.Order()];
        return sorted.Length switch
        {
            1 => sorted[0].ToString(),
            <= MostNumbers => $"{string.Join(", ", sorted.SkipLast(1))} and {sorted[^1]}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{sorted.Length} numbers ({string.Join(", ", sorted.Take(MostNumbers))}, …)"),
        };
    }

    private static string LastError(CarrierException? failure) => failure is null ? "" : $" Last error: {failure.Message}";

    private static string Name(Urn urn) => $"{urn.Type} \"{urn.Name}\"";

    private static string Stay(IReadOnlyCollection<PoolNumber> numbers) => numbers.Count == 1 ? "stays" : "stay";

    private static string Them(IReadOnlyCollection<PoolNumber> numbers) => numbers.Count == 1 ? "it" : "them";

    private static FailureKind KindOf(PoolReconciliation result) =>
        result.Cancelled ? FailureKind.Cancelled
        : result.Stop is { } stop ? CarrierFailures.KindOf(stop.Kind)
        : FailureKind.FailedPrecondition;

    private static IEnumerable<string> Failures(string verb, string preposition, IReadOnlyList<NumberFailure> failures, PoolAddress pool) =>
        failures.Count <= MostFailures
            ? failures.Select(failure => $"vonage: failed to {verb} {failure.Number} {preposition} pool {pool.PoolId}: {failure.Reason}.{Advice(failure.Code)}")
            : failures.GroupBy(failure => (failure.Code, failure.CarrierMessage)).Select(group =>
                $"vonage: failed to {verb} {Count(group.Count())} {preposition} pool {pool.PoolId}: {group.First().Reason}: " +
                $"{string.Join(", ", group.Select(failure => failure.Number))}.{Advice(group.Key.Code)}");

    private static IEnumerable<string> Leftovers(PoolReconciliation result)
    {
        if (result.Stop is { Kind: CarrierErrorKind.NotFound } missing)
            yield return PoolMissing(result.Desired.Pool, missing).Message;
        else if (result.Stop is { } stop)
            yield return $"{stop.Message} ({result.Summary}; the next `pulumi up` does the rest.)";
        if (result.Cancelled)
            yield return $"vonage: cancelled; {result.Summary}. The next `pulumi up` does the rest.";
        if (result.HeldBack.Count > 0)
        {
            yield return $"vonage: {List(result.HeldBack)} {Stay(result.HeldBack)} in pool {result.Desired.Pool.PoolId} in the place of as many numbers " +
                "that could not be added. The next `pulumi up` does the rest.";
        }

        if (result.Indeterminate.Count > 0)
        {
            yield return $"vonage: could not confirm whether pool {result.Desired.Pool.PoolId} now holds {List(result.Indeterminate)}. " +
                "Run `pulumi up --refresh`.";
        }
    }

    private static string Advice(string? code) => code switch
    {
        NumberPoolsCodes.MissingNumberSubscription =>
            " The account must rent the number first; one that was bought moments ago may need a longer `numbers:subscriptionWait`.",
        NumberPoolsCodes.Throttled or NumberPoolsCodes.InternalError or null => " The next `pulumi up` tries again.",
        _ => "",
    };

    private static string Count(int numbers) => string.Create(CultureInfo.InvariantCulture, $"{numbers} numbers");
}
