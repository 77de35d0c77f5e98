using PulumiNumbers.Carriers.Waiting;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>How persistent buying and giving up are.</summary>
public sealed record PurchasingOptions
{
    /// <summary>How many different numbers one purchase tries at most.</summary>
    public int Candidates { get; init; } = 50;

    /// <summary>How many offers one purchase looks at at most.</summary>
    public int Offers { get; init; } = 10_000;

    /// <summary>How often the same request is sent again after it was found not to have happened.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>
    /// How often the carrier must say the same of what the account owns before it counts, for it may learn of its own sales with a delay;
    /// and how often it may fail to answer.
    /// </summary>
    public int Inquiries { get; init; } = 5;

    /// <summary>The waits between those questions.</summary>
    public Backoff InquiryBackoff { get; init; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8));

    /// <summary>How long a holder may take to become known of whom another takes a number over.</summary>
    public TimeSpan HolderWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a request under way may still take after a cancellation, and finding out what came of it.</summary>
    public TimeSpan CancellationGrace { get; init; } = TimeSpan.FromSeconds(4);
}
