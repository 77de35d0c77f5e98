using System.Text.Json;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;

namespace PulumiNumbers.Emulator.Faults;

/// <summary>What a fault makes of a response.</summary>
internal static class FaultResponses
{
    public static FaultMoment MomentOf(FaultRule fault) => fault.Kind switch
    {
        FaultKind.ResetBefore => FaultMoment.BeforeEffect,
        FaultKind.ResetAfter => FaultMoment.AfterEffect,
        FaultKind.Status or FaultKind.Html => fault.Moment ?? FaultMoment.BeforeEffect,
        _ => fault.Moment ?? FaultMoment.AfterEffect,
    };

    public static CarrierResponse Distort(FaultRule fault, CarrierResponse response)
    {
        var distorted = fault.Kind switch
        {
            FaultKind.Status => Status(fault, response),
            FaultKind.Html => response with { Status = fault.Status ?? 502, ContentType = "text/html", Body = fault.Body ?? GatewayResponses.Page(fault.Status ?? 502) },
            FaultKind.Malformed => response with { ContentType = "application/json", Body = fault.Body ?? BreakOff(response.Body) },
            FaultKind.EmptyPage => response with { Body = WithoutItems(response.Body) },
            _ => response,
        };
        return distorted with { Headers = distorted.Headers.SetItems(fault.Headers) };
    }

    private static CarrierResponse Status(FaultRule fault, CarrierResponse response) => fault.Body is null
        ? response with { Status = fault.Status ?? 500 }
        : response with { Status = fault.Status ?? 500, Body = fault.Body, ContentType = fault.ContentType ?? "application/json" };

    private static string WithoutItems(string body)
    {
        var json = JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true });
        Empty(json);
        return json?.ToJsonString(JsonText.Options) ?? "null";
    }

    private static void Empty(JsonNode? node)
    {
        if (node is JsonArray list)
            list.Clear();
        else if (node is JsonObject members)
            members.Select(member => member.Value).ToList().ForEach(Empty);
    }

    private static string BreakOff(string body) => body.Length > 2 ? body[..(body.Length * 2 / 3)] + "\u0000{" : "{\"";
}
