using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using PulumiNumbers.Rpc.Wire;

namespace PulumiNumbers.Rpc.Client;

/// <summary>One call: its request, the responses as they are asked for, and its end.</summary>
internal sealed class HttpClientCall<TRequest, TResponse>(
    HttpMessageInvoker http,
    Uri url,
    Method<TRequest, TResponse> method,
    CallOptions callOptions,
    GrpcChannelOptions options) : IDisposable
    where TRequest : class
    where TResponse : class
{
    private readonly CallLifetime _lifetime = new(callOptions, options.TimeProvider);
    private readonly TaskCompletionSource<Metadata> _headers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<HttpResponseMessage>? _sending;
    private HttpResponseMessage? _response;
    private MessageReader? _reader;
    private RpcException? _failure;
    private Metadata? _trailers;

    public Task<Metadata> ResponseHeaders => _headers.Task;

    public void Start(TRequest request) => _sending = SendAsync(request);

    /// <summary>The one response of a unary call.</summary>
    public async Task<TResponse> ReadSingleAsync()
    {
        var single = await ReadNextAsync()
            ?? throw Fail(new RpcException(new Status(StatusCode.Internal, $"{method.FullName} succeeded without a response.")));
        if (await ReadNextAsync() is not null)
            throw Fail(new RpcException(new Status(StatusCode.Internal, $"{method.FullName} answered more than one response.")));
        return single;
    }

    /// <summary>The next response, or null when the call has ended well.</summary>
    public async Task<TResponse?> ReadNextAsync()
    {
        if (_failure is not null)
            throw _failure;
        if (_trailers is not null)
            return null;

        try
        {
            _response ??= await _sending!;
            _reader ??= new MessageReader(
                PipeReader.Create(await _response.Content.ReadAsStreamAsync(_lifetime.Token)),
                options.MaxMessageBytes);
            if (await _reader.ReadAsync(method.ResponseMarshaller, _lifetime.Token) is { } message)
                return message;
            End(_response);
            return null;
        }
        catch (Exception exception)
        {
            throw Fail(ClientFailure.From(exception, _lifetime));
        }
    }

    public Status GetStatus() => _failure?.Status ?? (_trailers is null ? throw NotEnded() : Status.DefaultSuccess);

    public Metadata GetTrailers() => _failure?.Trailers ?? _trailers ?? throw NotEnded();

    public void Cancel() => _lifetime.Cancel();

    public void Dispose()
    {
        if (_failure is null && _trailers is null)
            _lifetime.Cancel();
    }

    private async Task<HttpResponseMessage> SendAsync(TRequest request)
    {
        try
        {
            using var buffer = new ChunkedBuffer();
            FramedMessage.Write(method.RequestMarshaller, request, buffer, options.MaxMessageBytes);
            using var message = CreateMessage(buffer);
            var response = await http.SendAsync(message, _lifetime.Token);
            ResponseStatus.ThrowIfNotGrpc(response);
            _headers.TrySetResult(HttpMetadata.Read(response.Headers));
            return response;
        }
        catch (Exception exception)
        {
            var failure = ClientFailure.From(exception, _lifetime);
            _headers.TrySetException(failure);
            _ = _headers.Task.Exception;
            throw failure;
        }
    }

    private HttpRequestMessage CreateMessage(ChunkedBuffer buffer)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new FramedContent(buffer),
        };
        message.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        if (_lifetime.Remaining is { } remaining)
            message.Headers.TryAddWithoutValidation(GrpcProtocol.TimeoutHeader, GrpcTimeout.Format(remaining));
        foreach (var entry in callOptions.Headers ?? [])
            message.Headers.TryAddWithoutValidation(entry.Key, HttpMetadata.ToHeader(entry));
        return message;
    }

    private void End(HttpResponseMessage response)
    {
        var (status, trailers) = ResponseStatus.Read(response);
        if (status.StatusCode != StatusCode.OK)
            throw new RpcException(status, trailers);
        _trailers = trailers;
        Release();
    }

    private RpcException Fail(RpcException failure)
    {
        _failure = failure;
        Release();
        return failure;
    }

    private void Release()
    {
        _response?.Dispose();
        _lifetime.Dispose();
    }

    private static InvalidOperationException NotEnded() => new("The call has not ended.");
}
