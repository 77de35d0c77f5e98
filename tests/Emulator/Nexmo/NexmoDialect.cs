using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.Inventory;

namespace PulumiNumbers.Emulator.Nexmo;

/// <summary>Where the two carriers that offer the Numbers API differ.</summary>
internal sealed record NexmoDialect
{
    public required string Carrier { get; init; }

    /// <summary>Route prefix of the operations.</summary>
    public required string Prefix { get; init; }

    public required NumberStock Stock { get; init; }

    public required Competitors Competitors { get; init; }

    /// <summary>The account that a request acts on; null where it names one that is not there.</summary>
    public required Func<CarrierRequest, NexmoAccount?> Account { get; init; }

    /// <summary>Why the account may not buy at present; null: it may.</summary>
    public required Func<string?> PurchaseRefusal { get; init; }

    /// <summary>How lists are written.</summary>
    public required Func<JsonNode, CarrierAnswer> WriteList { get; init; }

    /// <summary>HTTP status of a failed method.</summary>
    public required int FailureStatus { get; init; }

    /// <summary>Whether numbers can be linked to applications, as they can at Vonage itself.</summary>
    public bool HasApplications { get; init; }

    public CarrierAnswer Failed(string label) => NexmoAnswers.Failure(NexmoAnswers.MethodFailed, label, FailureStatus);
}
