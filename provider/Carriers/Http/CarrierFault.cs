namespace PulumiNumbers.Carriers.Http;

/// <summary>Why an attempt failed, in the carrier's own terms as far as it gave any.</summary>
/// <param name="Kind">What sort of failure it is.</param>
/// <param name="Effect">What is known of the request's effect.</param>
/// <param name="Words">The carrier's words, or ours where there were none; one line without secrets.</param>
internal sealed record CarrierFault(CarrierErrorKind Kind, FaultEffect Effect, string Words)
{
    /// <summary>The carrier's error code.</summary>
    public string? Code { get; init; }

    /// <summary>What the carrier's support asks for.</summary>
    public string? TraceId { get; init; }

    /// <summary>The parameters that the carrier found wrong.</summary>
    public IReadOnlyList<InvalidParameter> InvalidParameters { get; init; } = [];

    /// <summary>How long the carrier asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What to do next, where it is more exact than the advice for the kind.</summary>
    public string? Advice { get; init; }

    /// <summary>Whether it says something about the carrier's health and nothing about the request.</summary>
    public bool IsOutage { get; init; }

    /// <summary>Whether a request of this repeatability may be sent again.</summary>
    public bool AllowsRepeating(Repeatability repeatability) => Effect switch
    {
        FaultEffect.NotExecuted => true,
        FaultEffect.Unknown => repeatability != Repeatability.Once,
        _ => false,
    };
}
