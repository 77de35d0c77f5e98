using System.Collections.Immutable;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;

namespace PulumiNumbers.Tests.Lifecycle.Memberships.Faults;

/// <summary>Makes the emulator misbehave as a row of the matrix says.</summary>
internal static class FaultRules
{
    /// <summary>The rule for a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="numbers">The numbers that the request will name, in their order.</param>
    /// <param name="deletePool">Deletes the pool.</param>
    public static FaultRule Of(FaultCase row, IReadOnlyList<string> numbers, Action deletePool)
    {
        var rule = row.Misbehaviour switch
        {
            Misbehaviour.TooManyRequests => Status(429) with { Headers = ImmutableDictionary<string, string>.Empty.Add("Retry-After", "2") },
            Misbehaviour.InternalError => Status(500),
            Misbehaviour.Unavailable => Status(503),
            Misbehaviour.TooLate => new FaultRule { Kind = FaultKind.Delay, Moment = FaultMoment.BeforeEffect },
            Misbehaviour.ResetBefore => new FaultRule { Kind = FaultKind.ResetBefore },
            Misbehaviour.ResetAfter => new FaultRule { Kind = FaultKind.ResetAfter },
            Misbehaviour.Malformed => new FaultRule { Kind = FaultKind.Malformed },
            Misbehaviour.PartlyRefused => PartlyRefused(row.Request, numbers),
            Misbehaviour.AllRefused => row.Request == PoolRequest.List ? Status(400) : new FaultRule { Kind = FaultKind.Partial, Numbers = [.. numbers] },
            Misbehaviour.Unauthorized => Status(401),
            Misbehaviour.PoolGone => new FaultRule { Kind = FaultKind.Delay, Moment = FaultMoment.BeforeEffect, Delay = TimeSpan.Zero, Meanwhile = deletePool },
            _ => throw new ArgumentOutOfRangeException(nameof(row)),
        };
        return rule with { Carrier = CarrierNames.Vonage, Operation = OperationOf(row.Request), Times = row.Lasts ? null : 1 };
    }

    private static string OperationOf(PoolRequest request) => request switch
    {
        PoolRequest.List => Operations.ListPoolNumbers,
        PoolRequest.Add => Operations.AddPoolNumbers,
        PoolRequest.Remove => Operations.RemovePoolNumbers,
        PoolRequest.RemoveOne => Operations.RemovePoolNumber,
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    };

    private static FaultRule Status(int status) => new() { Kind = FaultKind.Status, Status = status };

    private static FaultRule PartlyRefused(PoolRequest request, IReadOnlyList<string> numbers) => request switch
    {
        PoolRequest.List => Status(207) with { Moment = FaultMoment.AfterEffect },

        // No document has a 207 here; a gateway that treats all removals alike would send it.
        PoolRequest.RemoveOne => Status(207) with
        {
            Body = $$$"""{"numbers": [], "error": {"title": "Partial failure", "errors": [{"type": "https://example.com/errors#missing-number", "title": "Missing", "numbers": ["{{{numbers[0]}}}"]}]}}""",
        },
        _ => new FaultRule { Kind = FaultKind.Partial, Numbers = [.. numbers.SkipLast(1)] },
    };
}
