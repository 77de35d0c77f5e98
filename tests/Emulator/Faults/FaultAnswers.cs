using PulumiNumbers.Emulator.Http;

namespace PulumiNumbers.Emulator.Faults;

/// <summary>What a fault makes of an answer.</summary>
internal static class FaultAnswers
{
    private const string Page = """
        <!DOCTYPE html>
        <html>
        <head><title>502 Bad Gateway</title></head>
        <body><center><h1>502 Bad Gateway</h1></center><hr><center>gateway</center></body>
        </html>
        """;

    public static FaultMoment MomentOf(FaultRule fault) => fault.Kind switch
    {
        FaultKind.ResetBefore => FaultMoment.BeforeEffect,
        FaultKind.ResetAfter => FaultMoment.AfterEffect,
        FaultKind.Status or FaultKind.Html => fault.Moment ?? FaultMoment.BeforeEffect,
        _ => fault.Moment ?? FaultMoment.AfterEffect,
    };

    public static CarrierAnswer Distort(FaultRule fault, CarrierAnswer answer)
    {
        var distorted = fault.Kind switch
        {
            FaultKind.Status => Status(fault, answer),
            FaultKind.Html => answer with { Status = fault.Status ?? 502, ContentType = "text/html", Body = fault.Body ?? Page },
            FaultKind.Malformed => answer with { ContentType = "application/json", Body = fault.Body ?? BreakOff(answer.Body) },
            _ => answer,
        };
        return distorted with { Headers = distorted.Headers.SetItems(fault.Headers) };
    }

    private static CarrierAnswer Status(FaultRule fault, CarrierAnswer answer) => fault.Body is null
        ? answer with { Status = fault.Status ?? 500 }
        : answer with { Status = fault.Status ?? 500, Body = fault.Body, ContentType = fault.ContentType ?? "application/json" };

    private static string BreakOff(string body) => body.Length > 2 ? body[..(body.Length * 2 / 3)] + "\u0000{" : "{\"";
}
