using System.Globalization;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>One number that an add or a remove did not take, in the carrier's words.</summary>
public sealed record NumberFailure
{
    /// <summary>The number that failed.</summary>
    public required Msisdn Number { get; init; }

    /// <summary>The carrier's code: the fragment of the problem type, such as <c>missing-number-subscription</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The carrier's words.</summary>
    public string? CarrierMessage { get; init; }

    /// <summary>The id under which the carrier's support finds the request.</summary>
    public string? TraceId { get; init; }

    /// <summary>One line: <c>447700900123: No such number subscription (code missing-number-subscription, trace id …)</c>.</summary>
    public override string ToString()
    {
        List<string> marks = [];
        if (Code is not null)
            marks.Add($"code {Code}");
        if (TraceId is not null)
            marks.Add($"trace id {TraceId}");
        var tail = marks.Count == 0 ? "" : $" ({string.Join(", ", marks)})";
        return string.Create(CultureInfo.InvariantCulture, $"{Number}: {CarrierMessage ?? "refused without a reason"}{tail}");
    }
}
