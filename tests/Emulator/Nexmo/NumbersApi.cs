using System.Globalization;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Nexmo;

/// <summary>Where the two carriers that offer the Numbers API differ.</summary>
internal sealed record NumbersApiVariant
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
    public required Func<JsonNode, CarrierResponse> WriteList { get; init; }

    /// <summary>HTTP status of a failed method.</summary>
    public required Func<int> FailureStatus { get; init; }

    /// <summary>Whether a search without a type means landlines.</summary>
    public required Func<bool> DefaultsToLandline { get; init; }

    /// <summary>Vonage itself: numbers can be linked to applications, and searches tell the setup fee.</summary>
    public bool IsVonage { get; init; }

    public CarrierResponse Failed(string label) => NumbersApiResponses.Failure(NumbersApiResponses.MethodFailed, label, FailureStatus());
}

/// <summary>The operations of the Numbers API.</summary>
internal static class NumbersApiEndpoints
{
    public static IEnumerable<CarrierEndpoint> For(NumbersApiVariant variant, EmulatorState state)
    {
        var listing = new NumberListing(variant, state);
        var rentals = new NumberRentals(variant, state);
        var settings = new NumberSettings(variant, state);
        return
        [
            new(Operations.ListOwned, "GET", variant.Prefix + "/account/numbers", listing.Owned),
            new(Operations.Search, "GET", variant.Prefix + "/number/search", listing.Available),
            new(Operations.Buy, "POST", variant.Prefix + "/number/buy", rentals.Buy),
            new(Operations.Cancel, "POST", variant.Prefix + "/number/cancel", rentals.Cancel),
            new(Operations.Update, "POST", variant.Prefix + "/number/update", settings.Update),
        ];
    }
}

/// <summary>Bodies that carry their own status.</summary>
internal static class NumbersApiResponses
{
    public const int MethodFailed = 420;

    public static CarrierResponse Success() => Body(200, "success", 200);

    /// <param name="code">The body's <c>error-code</c>.</param>
    /// <param name="label">The body's <c>error-code-label</c>.</param>
    /// <param name="status">The HTTP status, which need not agree.</param>
    public static CarrierResponse Failure(int code, string label, int status) => Body(code, label, status);

    public static string LabelOf(int code) => code switch
    {
        401 => "authentication failed",
        404 => "not found",
        405 => "method not allowed",
        420 => "method failed",
        429 => "too many requests",
        >= 500 => "internal error",
        _ => "bad request",
    };

    private static CarrierResponse Body(int code, string label, int status) => CarrierResponse.Json(
        new JsonObject { ["error-code"] = code.ToString(CultureInfo.InvariantCulture), ["error-code-label"] = label }, status);
}
