using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;

namespace PulumiNumbers.Emulator.PortSip;

/// <summary>PortSIP's errors.</summary>
internal static class PortSipResponses
{
    public static CarrierResponse Error(int status, string code, string message, string? detail = null) => CarrierResponse.Json(
        new JsonObject
        {
            ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = message, ["detail"] = detail }),
        },
        status);

    public static CarrierResponse Invalid(string detail) =>
        Error(StatusCodes.Status400BadRequest, "VALIDATE_FAILED", "field validation failed", detail);

    public static CarrierResponse NotFound(string what) =>
        Error(StatusCodes.Status404NotFound, "NOT_FOUND", "resource not found", what);
}
