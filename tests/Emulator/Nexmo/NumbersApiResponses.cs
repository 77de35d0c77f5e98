using System.Globalization;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;

namespace PulumiNumbers.Emulator.Nexmo;

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
