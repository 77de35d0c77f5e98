using System.Globalization;
using System.Text;

namespace PulumiNumbers.Carriers;

/// <summary>What is known of a failed request's effect at the carrier.</summary>
public enum RequestEffect
{
    /// <summary>The carrier definitely refused: nothing was changed, and the same request will be refused again.</summary>
    Rejected,

    /// <summary>The request was certainly not carried out (never sent, or throttled) and may succeed later.</summary>
    NotExecuted,

    /// <summary>It may or may not have been carried out: only asking the carrier can tell.</summary>
    Unknown,
}

/// <summary>One parameter that a carrier found wrong, as the carrier names and explains it.</summary>
/// <param name="Name">The parameter's name in the carrier's document, such as <c>numbers[3]</c> or <c>ids</c>.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record InvalidParameter(string Name, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Reason}";
}

/// <summary>
/// A carrier refused or failed an operation. The one shape of every carrier's errors: what was attempted, what the carrier
/// said, and what to do about it. Its message is one complete line and never contains a credential.
/// </summary>
public sealed class CarrierException : Exception
{
    private readonly RequestEffect? _effect;

    /// <summary>Makes the exception; the properties describe the failure.</summary>
    public CarrierException(CarrierErrorKind kind, Exception? innerException = null)
        : base(message: null, innerException) => Kind = kind;

    /// <summary>What the failure means.</summary>
    public CarrierErrorKind Kind { get; }

    /// <summary>Which carrier: <c>vonage</c>, <c>kpn</c>, <c>seven</c> or <c>portsip</c>.</summary>
    public required string Carrier { get; init; }

    /// <summary>What was attempted, as the end of "failed to …": <c>add 50 numbers to pool acme</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The HTTP status, where there was a response at all.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The carrier's own code: a problem type's fragment (<c>missing-number-subscription</c>), <c>420</c>, <c>VALIDATE_FAILED</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The carrier's own message, cut to one line.</summary>
    public string? CarrierMessage { get; init; }

    /// <summary>The id under which the carrier's support finds the request.</summary>
    public string? TraceId { get; init; }

    /// <summary>What the reader of the error should do next: a complete sentence.</summary>
    public string? Advice { get; init; }

    /// <summary>How long the carrier asks to be left alone (<c>Retry-After</c>, a quota's reset).</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True where no byte of the request left: no connection or no secure one, an open circuit breaker, cancelled while queueing.</summary>
    public bool RequestNotSent { get; init; }

    /// <summary>The parameters that a validation error names (<c>invalid_parameters</c> of a Vonage problem document).</summary>
    public IReadOnlyList<InvalidParameter> InvalidParameters { get; init; } = [];

    /// <summary>What is known of the request's effect. Where it is not set it follows from the kind.</summary>
    public RequestEffect Effect
    {
        get => _effect ?? (RequestNotSent ? RequestEffect.NotExecuted : Kind.DefaultEffect());
        init => _effect = value;
    }

    /// <summary>True where the operation may have happened although it failed: only asking the carrier can tell.</summary>
    public bool IsIndeterminate => Effect == RequestEffect.Unknown;

    /// <summary>One line: carrier, operation, the carrier's message, then status, code and trace id, then the advice.</summary>
    public override string Message
    {
        get
        {
            var line = new StringBuilder(Carrier).Append(": failed to ").Append(Operation).Append(": ")
                .Append((CarrierMessage ?? Kind.Describe()).TrimEnd('.'));
            if (InvalidParameters.Count > 0)
                line.Append(" [").AppendJoin("; ", InvalidParameters).Append(']');

            var details = Details().ToList();
            if (details.Count > 0)
                line.Append(" (").AppendJoin(", ", details).Append(')');
            return Advice is null ? line.ToString() : line.Append(". ").Append(Advice).ToString();
        }
    }

    /// <summary>The same response under another kind, because more is known about it than it says itself.</summary>
    internal CarrierException As(CarrierErrorKind kind, string? message = null, string? advice = null, RequestEffect? effect = null) => new(kind, this)
    {
        Carrier = Carrier,
        Operation = Operation,
        HttpStatus = HttpStatus,
        Code = Code,
        CarrierMessage = message ?? CarrierMessage,
        TraceId = TraceId,
        Advice = advice,
        RetryAfter = RetryAfter,
        RequestNotSent = RequestNotSent,
        InvalidParameters = InvalidParameters,
        Effect = effect ?? Effect,
    };

    private IEnumerable<string> Details()
    {
        if (HttpStatus is { } status)
            yield return string.Create(CultureInfo.InvariantCulture, $"HTTP {status}");
        if (Code is not null)
            yield return $"code {Code}";
        if (TraceId is not null)
            yield return $"trace id {TraceId}";
    }
}
