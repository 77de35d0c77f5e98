using System.Net;
using System.Text;

namespace PulumiNumbers.Tests.Carriers.Doubles;

/// <summary>A carrier that answers from a script; the last answer stands for all that follow.</summary>
internal sealed class StubCarrier : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly Queue<Func<SentRequest, CancellationToken, Task<HttpResponseMessage>>> _script = new();
    private readonly List<SentRequest> _requests = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiters = [];

    /// <summary>What was sent so far.</summary>
    public IReadOnlyList<SentRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    /// <summary>Waits until so many requests have come.</summary>
    public Task ReceivedAsync(int count)
    {
        lock (_lock)
        {
            if (_requests.Count >= count)
                return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((count, reached));
            return reached.Task;
        }
    }

    public StubCarrier Answers(string body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
        => Answers(Encoding.UTF8.GetBytes(body), status, headers);

    public StubCarrier Answers(byte[] body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
        => Does((_, _) =>
        {
            var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(body) };
            foreach (var (name, value) in headers)
                response.Headers.TryAddWithoutValidation(name, value);
            return Task.FromResult(response);
        });

    public StubCarrier Breaks(Exception exception) => Does((_, _) => Task.FromException<HttpResponseMessage>(exception));

    public StubCarrier Hangs(TaskCompletionSource? reached = null) => Does(async (_, cancellationToken) =>
    {
        reached?.TrySetResult();
        var never = new TaskCompletionSource<HttpResponseMessage>();
        return await never.Task.WaitAsync(cancellationToken);
    });

    public StubCarrier Does(Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var sent = new SentRequest(request.Method, request.RequestUri!, headers, body);
        Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> answer;
        lock (_lock)
        {
            _requests.Add(sent);
            foreach (var (_, reached) in _waiters.Where(waiter => waiter.Count <= _requests.Count))
                reached.TrySetResult();
            answer = _script.Count > 1 ? _script.Dequeue() : _script.Peek();
        }

        return await answer(sent, cancellationToken);
    }
}
