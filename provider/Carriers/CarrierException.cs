using System.Globalization;
using System.Text;

namespace PulumiNumbers.Carriers;

/// <summary>
/// A carrier refused or failed an operation. The one shape of every carrier's errors: what was attempted, what the carrier
/// said, and what to do about it. Its message is one complete line and never contains a credential.
/// </summary>
public sealed class CarrierException : Exception
{
    /// <summary>Makes the exception; the properties describe the failure.</summary>
    public CarrierException(CarrierErrorKind kind, Exception? innerException = null)
        : base(message: null, innerException) => Kind = kind;

    /// <summary>What the failure means.</summary>
    public CarrierErrorKind Kind { get; }

    /// <summary>Which carrier: <c>vonage</c>, <c>kpn</c>, <c>seven</c> or <c>portsip</c>.</summary>
    public required string Carrier { get; init; }

    /// <summary>What was attempted, as the end of "failed to …": <c>add 50 numbers to pool acme</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The HTTP status, where there was an answer at all.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The carrier's own code: a problem type's fragment (<c>missing-number-subscription</c>), <c>420</c>, <c>VALIDATE_FAILED</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The carrier's own words, cut to one line.</summary>
    public string? Words { get; init; }

    /// <summary>The id under which the carrier's support finds the request.</summary>
    public string? TraceId { get; init; }

    /// <summary>What whoever reads the error should do next: a complete sentence.</summary>
    public string? Advice { get; init; }

    /// <summary>How long the carrier asks to be left alone (<c>Retry-After</c>, a quota's reset).</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True where the request certainly never left: the connection was refused, the circuit is open, its turn never came.</summary>
    public bool NothingSent { get; init; }

    /// <summary>The parameters that a validation error names (<c>invalid_parameters</c> of a Vonage problem document).</summary>
    public IReadOnlyList<InvalidParameter> InvalidParameters { get; init; } = [];

    /// <summary>True where the operation may have happened although it failed: only asking the carrier can tell.</summary>
    public bool MayHaveTakenEffect => !NothingSent && Kind.MayHaveTakenEffect();

    /// <summary>One line: carrier, operation, the carrier's words, then status, code and trace id, then the advice.</summary>
    public override string Message
    {
        get
        {
            var line = new StringBuilder(Carrier).Append(": failed to ").Append(Operation).Append(": ")
                .Append(Words ?? Kind.Describe());
            if (InvalidParameters.Count > 0)
                line.Append(" [").AppendJoin("; ", InvalidParameters).Append(']');

            var marks = Marks().ToList();
            if (marks.Count > 0)
                line.Append(" (").AppendJoin(", ", marks).Append(')');
            return Advice is null ? line.ToString() : line.Append(". ").Append(Advice).ToString();
        }
    }

    private IEnumerable<string> Marks()
    {
        if (HttpStatus is { } status)
            yield return string.Create(CultureInfo.InvariantCulture, $"HTTP {status}");
        if (Code is not null)
            yield return $"code {Code}";
        if (TraceId is not null)
            yield return $"trace id {TraceId}";
    }
}
