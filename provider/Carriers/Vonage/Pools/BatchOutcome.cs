using System.Globalization;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>What became of each number of one add or remove request: a 200, 201, 204, 207 or a 400 with per-number errors, read per number.</summary>
public sealed record BatchOutcome
{
    /// <summary>The numbers that were added or removed.</summary>
    public required IReadOnlyList<PoolNumber> Succeeded { get; init; }

    /// <summary>The numbers that were not, each with the reason.</summary>
    public IReadOnlyList<NumberFailure> Failures { get; init; } = [];
}

/// <summary>One number that an add or a remove did not take.</summary>
public sealed record NumberFailure
{
    /// <summary>The number that failed.</summary>
    public required PoolNumber Number { get; init; }

    /// <summary>The carrier's code: the fragment of the problem type, such as <c>missing-number-subscription</c>.</summary>
    public string? Code { get; init; }

    /// <summary>What the carrier says.</summary>
    public string? CarrierMessage { get; init; }

    /// <summary>The id under which the carrier's support finds the request.</summary>
    public string? TraceId { get; init; }

    /// <summary>The reason on one line: <c>No such number subscription (code missing-number-subscription, trace id …)</c>.</summary>
    public string Reason
    {
        get
        {
            List<string> details = [];
            if (Code is not null)
                details.Add($"code {Code}");
            if (TraceId is not null)
                details.Add($"trace id {TraceId}");
            return (CarrierMessage ?? "refused without a reason") + (details.Count == 0 ? "" : $" ({string.Join(", ", details)})");
        }
    }

    /// <summary>Number and reason on one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}: {Reason}");
}
