using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;

namespace PulumiNumbers.Emulator.PortSip;

/// <summary>PortSIP's errors.</summary>
internal static class PortSipAnswers
{
    public static CarrierAnswer Error(int status, string code, string message, string? detail = null) => CarrierAnswer.Json(
        new JsonObject
        {
            ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = message, ["detail"] = detail }),
        },
        status);

    public static CarrierAnswer Invalid(string detail) =>
        Error(StatusCodes.Status400BadRequest, "VALIDATE_FAILED", "field validation failed", detail);

    public static CarrierAnswer NotFound(string what) =>
        Error(StatusCodes.Status404NotFound, "NOT_FOUND", "resource not found", what);
}
