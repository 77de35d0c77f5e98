namespace PulumiNumbers.Carriers.Http;

/// <summary>What is known of a failed request's effect.</summary>
internal enum FaultEffect
{
    /// <summary>The carrier gave a definite no: asking again brings the same answer.</summary>
    Refused,

    /// <summary>The request was certainly not carried out (throttled, or never delivered) and may succeed later.</summary>
    NotExecuted,

    /// <summary>It may or may not have been carried out.</summary>
    Unknown,
}
