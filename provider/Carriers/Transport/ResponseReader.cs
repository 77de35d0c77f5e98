using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>The usual readers of a <see cref="CarrierRequest{TResult}"/>.</summary>
internal static class ResponseBody
{
    /// <summary>The body must be an object, from which <paramref name="read"/> makes the result.</summary>
    public static Func<HttpStatusCode, JToken?, TResult> Object<TResult>(Func<JObject, TResult> read) => (_, json) => read(JsonFields.Object(json));

    /// <summary>The status says it all.</summary>
    public static bool Ignored(HttpStatusCode status, JToken? json) => true;
}

/// <summary>What a status means where the carrier's own code does not say more (RFC 9110, and Vonage's 420 "method failed").</summary>
internal static class HttpStatusMapping
{
    private const HttpStatusCode MethodFailed = (HttpStatusCode)420;

    /// <summary>The kind. A 404 or 410 is <see cref="CarrierErrorKind.Unexpected"/>: only the carrier's own error says that a thing is missing.</summary>
    public static CarrierErrorKind KindOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest or HttpStatusCode.PreconditionFailed or HttpStatusCode.RequestEntityTooLarge
            or HttpStatusCode.UnprocessableEntity or MethodFailed => CarrierErrorKind.InvalidRequest,
        HttpStatusCode.Unauthorized => CarrierErrorKind.Unauthenticated,
        HttpStatusCode.PaymentRequired => CarrierErrorKind.InsufficientFunds,
        HttpStatusCode.Forbidden => CarrierErrorKind.Forbidden,
        HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented => CarrierErrorKind.Unsupported,
        HttpStatusCode.RequestTimeout => CarrierErrorKind.Timeout,
        HttpStatusCode.Conflict => CarrierErrorKind.Conflict,
        HttpStatusCode.TooManyRequests => CarrierErrorKind.RateLimited,
        >= HttpStatusCode.InternalServerError => CarrierErrorKind.Unavailable,
        _ => CarrierErrorKind.Unexpected,
    };

    public static RequestEffect EffectOf(HttpStatusCode status, CarrierErrorKind kind) => kind switch
    {
        CarrierErrorKind.RateLimited => RequestEffect.NotExecuted,
        CarrierErrorKind.Timeout or CarrierErrorKind.Unavailable => RequestEffect.Unknown,
        _ when IsOutage(status) => RequestEffect.Unknown,
        _ => RequestEffect.Rejected,
    };

    public static bool IsOutage(HttpStatusCode status) => status is >= HttpStatusCode.InternalServerError and not HttpStatusCode.NotImplemented;

    public static bool IsMissing(HttpStatusCode status) => status is HttpStatusCode.NotFound or HttpStatusCode.Gone;
}

/// <summary>Makes a result or a fault of a complete response, whatever it consists of.</summary>
internal sealed class ResponseReader(CarrierSettings settings, IErrorReader errors)
{
    public CarrierResponse Read(CarrierRequest request, HttpResponseMessage response, string text)
    {
        var json = JsonFields.TryParse(text);
        var result = new CarrierResponse { Status = response.StatusCode, Headers = response.Headers };
        try
        {
            if (request.AcceptsStatus?.Invoke(response.StatusCode, json) == true)
                return result with { Result = request.Read(response.StatusCode, json) };
            if ((int)response.StatusCode is >= 300 and < 400)
                return result with { Fault = Redirected(response) };
            if (errors.Read(response.StatusCode, json) is { } error)
                return result with { Fault = FromErrorBody(request.RefineError?.Invoke(error) ?? error, response) };
            if (!response.IsSuccessStatusCode)
                return result with { Fault = FromStatus(response, request.IsLogin ? "" : text) };
            return result with { Result = request.Read(response.StatusCode, json) };
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // No shape of a response is an error of this program.
            return result with { Fault = Unreadable(request, response, text, exception) };
        }
    }

    private CarrierFault Unreadable(CarrierRequest request, HttpResponseMessage response, string text, Exception exception)
    {
        var reason = exception is UnreadableResponseException ? $" ({exception.Message})" : "";
        var message = settings.Redactor.Redact($"the response cannot be read{reason}: ") + Quote(request, text);
        return response.IsSuccessStatusCode
            ? new CarrierFault(CarrierErrorKind.UnreadableResponse, RequestEffect.Unknown, message)
            : FromStatus(response, request.IsLogin ? "" : text);
    }

    private string Quote(CarrierRequest request, string text) => request switch
    {
        _ when text.Length == 0 => "nothing",
        { IsLogin: true } => string.Create(CultureInfo.InvariantCulture, $"{text.Length} characters, not shown because they may hold a token"),
        _ => $"\"{settings.Redactor.Summarize(text)}\"",
    };

    private CarrierFault FromErrorBody(CarrierError error, HttpResponseMessage response)
    {
        var status = error.TrueStatus ?? response.StatusCode;
        var kind = error.Kind ?? HttpStatusMapping.KindOf(status);
        return new CarrierFault(kind, error.Effect ?? HttpStatusMapping.EffectOf(status, kind), Message(error.CarrierMessage, status, kind))
        {
            Code = error.Code is null ? null : settings.Redactor.Summarize(error.Code),
            TraceId = error.TraceId is null ? null : settings.Redactor.Summarize(error.TraceId),
            InvalidParameters = [.. error.InvalidParameters.Select(Summarize)],
            RetryAfter = RetryAfter(response.Headers),
            Advice = error.Advice ?? MissingAdvice(status, kind),
            IsOutage = HttpStatusMapping.IsOutage(status),
        };
    }

    private CarrierFault FromStatus(HttpResponseMessage response, string message)
    {
        var status = response.StatusCode;
        var kind = HttpStatusMapping.KindOf(status);
        return new CarrierFault(kind, HttpStatusMapping.EffectOf(status, kind), Message(message, status, kind))
        {
            RetryAfter = RetryAfter(response.Headers),
            Advice = MissingAdvice(status, kind),
            IsOutage = HttpStatusMapping.IsOutage(status),
        };
    }

    // A page of some server in front of the API says nothing about the thing that was asked for: it must not count as gone.
    private string? MissingAdvice(HttpStatusCode status, CarrierErrorKind kind)
        => HttpStatusMapping.IsMissing(status) && kind == CarrierErrorKind.Unexpected ? RemediationHints.CheckBaseUrl(settings) : null;

    private static CarrierFault Redirected(HttpResponseMessage response)
    {
        var target = response.Headers.Location is { IsAbsoluteUri: true } location ? $" to {location.Scheme}://{location.Authority}" : "";
        var message = $"the response is a redirect{target}, which is not followed because the credentials would go along";
        return new CarrierFault(CarrierErrorKind.Unexpected, RequestEffect.Rejected, message) { Advice = "Check the base URL in the configuration." };
    }

    private string Message(string? text, HttpStatusCode status, CarrierErrorKind kind)
    {
        if (string.IsNullOrWhiteSpace(text) || text is "{}" or "[]")
            return HttpStatusMapping.IsMissing(status) && kind == CarrierErrorKind.Unexpected ? "not found, without an error of the carrier's API" : kind.Describe();
        return settings.Redactor.Summarize(text);
    }

    private InvalidParameter Summarize(InvalidParameter parameter) => new(
        settings.Redactor.Summarize(parameter.Name), settings.Redactor.Summarize(parameter.Reason));

    /// <summary>The <c>Retry-After</c> header, in seconds or as a date (RFC 9110, 10.2.3).</summary>
    private TimeSpan? RetryAfter(HttpResponseHeaders headers)
    {
        if (headers.RetryAfter is not { } retryAfter)
            return null;
        if (retryAfter.Delta is { } delta)
            return delta;

        // Measured from the server's own clock where it sends its time: ours may be minutes off.
        var wait = retryAfter.Date - (headers.Date ?? settings.TimeProvider.GetUtcNow());
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}

/// <summary>A carrier's response is larger than any that it has reason to give.</summary>
internal sealed class BodyLimitExceededException(long limit) : IOException($"the response is larger than {limit / (1024 * 1024)} MiB");

/// <summary>Reads a body up to a limit, counted after decompression.</summary>
internal static class BoundedBody
{
    private const int ChunkSize = 16 * 1024;

    public static async Task<string> ReadAsync(HttpContent content, long limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
            throw new BodyLimitExceededException(limit);

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var collected = new MemoryStream();
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            int count;
            while ((count = await stream.ReadAsync(chunk, cancellationToken)) > 0)
            {
                if (collected.Length + count > limit)
                    throw new BodyLimitExceededException(limit);
                collected.Write(chunk, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        return Encoding.UTF8.GetString(collected.GetBuffer(), 0, (int)collected.Length);
    }
}
