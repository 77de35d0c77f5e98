namespace PulumiNumbers.Carriers.Numbers;

/// <summary>A number that the account rents, with all that the carrier reports of it.</summary>
public sealed record OwnedNumber
{
    /// <summary>The number.</summary>
    public required Msisdn Number { get; init; }

    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public required string Country { get; init; }

    /// <summary>Its kind; null where the carrier does not say.</summary>
    public NumberType? Type { get; init; }

    /// <summary>What it can do.</summary>
    public IReadOnlySet<NumberFeature> Features { get; init; } = new HashSet<NumberFeature>();

    /// <summary>How it is handled, as far as the carrier reports it.</summary>
    public NumberSettings Settings { get; init; } = new();

    /// <summary>What it costs; null where the carrier does not report it (KPN, Vonage).</summary>
    public NumberFees? Fees { get; init; }

    /// <summary>What handles inbound messages, where set in the dashboard (Vonage; read only).</summary>
    public string? MessagesCallbackType { get; init; }

    /// <summary>The value for <see cref="MessagesCallbackType"/> (Vonage; read only).</summary>
    public string? MessagesCallbackValue { get; init; }

    /// <summary>When it was bought (seven.io, which names no time zone: read as UTC).</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it ends, for a number that has been cancelled and still runs (seven.io; read as UTC).</summary>
    public DateTimeOffset? Expires { get; init; }
}
