using System.Globalization;
using System.Net;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Resilience;

namespace PulumiNumbers.Carriers.Http;

/// <summary>Makes a result or a fault of a complete answer, whatever it consists of.</summary>
internal sealed class AnswerReader(CarrierSettings settings, IErrorReader errors)
{
    public CarrierAnswer Read(CarrierRequest request, HttpResponseMessage response, string text)
    {
        var json = LenientJson.TryParse(text);
        var answer = new CarrierAnswer { Status = response.StatusCode, Headers = response.Headers };
        if (request.AlsoUnderstands?.Invoke(response.StatusCode, json) == true)
            return Understand(request, answer, json, text);

        if ((int)response.StatusCode is >= 300 and < 400)
            return answer with { Fault = Redirected(response) };
        if (errors.Read(response.StatusCode, json) is { } error)
            return answer with { Fault = Told(request.Sharpen?.Invoke(error) ?? error, response) };
        if (!response.IsSuccessStatusCode)
            return answer with { Fault = Untold(response, text, request.IsLogin ? "" : text) };
        return Understand(request, answer, json, text);
    }

    private CarrierAnswer Understand(CarrierRequest request, CarrierAnswer answer, JToken? json, string text)
    {
        try
        {
            return answer with { Result = request.Read(answer.Status!.Value, json) };
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException or InvalidCastException
            or InvalidOperationException or OverflowException)
        {
            return answer with
            {
                Fault = new CarrierFault(CarrierErrorKind.Unexpected, FaultEffect.Unknown, $"the answer cannot be read: {Quote(request, text)}"),
            };
        }
    }

    private string Quote(CarrierRequest request, string text) => request switch
    {
        _ when text.Length == 0 => "nothing",
        { IsLogin: true } => string.Create(CultureInfo.InvariantCulture, $"{text.Length} characters, not shown because there may be a token in them"),
        _ => $"\"{settings.Redactor.Gist(text)}\"",
    };

    private CarrierFault Told(CarrierError error, HttpResponseMessage response)
    {
        var status = error.TrueStatus ?? response.StatusCode;
        var kind = error.Kind ?? StatusMeaning.KindOf(status);
        return new CarrierFault(kind, error.Effect ?? StatusMeaning.EffectOf(status, kind), Words(error.Words, kind))
        {
            Code = error.Code is null ? null : settings.Redactor.Gist(error.Code),
            TraceId = error.TraceId is null ? null : settings.Redactor.Gist(error.TraceId),
            InvalidParameters = [.. error.InvalidParameters.Select(Clean)],
            RetryAfter = RetryAfter.Of(response.Headers, settings.TimeProvider),
            Advice = error.Advice,
            IsOutage = StatusMeaning.IsOutage(status),
        };
    }

    private CarrierFault Untold(HttpResponseMessage response, string text, string words)
    {
        var status = response.StatusCode;
        var kind = StatusMeaning.KindOf(status);
        string? advice = null;
        if (status == HttpStatusCode.NotFound && text.AsSpan().TrimStart().StartsWith("<"))
        {
            // A web server's page says nothing about the thing that was asked for: it must not count as gone.
            kind = CarrierErrorKind.Unexpected;
            advice = "The answer does not come from the carrier's API: check the address in the configuration.";
        }

        return new CarrierFault(kind, StatusMeaning.EffectOf(status, kind), Words(words, kind))
        {
            RetryAfter = RetryAfter.Of(response.Headers, settings.TimeProvider),
            Advice = advice,
            IsOutage = StatusMeaning.IsOutage(status),
        };
    }

    private static CarrierFault Redirected(HttpResponseMessage response)
    {
        var target = response.Headers.Location is { IsAbsoluteUri: true } location ? $" to {location.Scheme}://{location.Authority}" : "";
        var words = $"the answer is a redirect{target}, which is not followed because the credentials would go along";
        return new CarrierFault(CarrierErrorKind.Unexpected, FaultEffect.Refused, words) { Advice = "Check the address in the configuration." };
    }

    private string Words(string? text, CarrierErrorKind kind)
        => string.IsNullOrWhiteSpace(text) ? kind.Describe() : settings.Redactor.Gist(text);

    private InvalidParameter Clean(InvalidParameter parameter) => new(
        settings.Redactor.Gist(parameter.Name), settings.Redactor.Gist(parameter.Reason));
}
