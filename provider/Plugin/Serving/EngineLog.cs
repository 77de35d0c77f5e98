using System.Threading.Channels;
using Grpc.Core;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Engine;
using PulumiNumbers.Rpc.Client;
using Pulumirpc;

namespace PulumiNumbers.Plugin.Serving;

/// <summary>
/// Sends messages to the engine, one after the other, beside what the plugin does. A message that cannot be delivered is dropped: no
/// operation fails, or waits for long, because of what it says.
/// </summary>
internal sealed class EngineLog : IAsyncDisposable
{
    /// <summary>How long one message, and how long the end of an operation, may be held up by an engine that does not answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Channel<LogItem> _queue = Channel.CreateUnbounded<LogItem>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SecretTexts _secrets;
    private readonly TimeProvider _timeProvider;
    private readonly Task _sending;
    private readonly Func<string, ChannelBase> _connect;
    private ChannelBase? _channel;
    private int _pending;
    private bool _isUnresponsive;

    /// <summary>Begins to take messages. Those that come before the first connection are dropped.</summary>
    public EngineLog(SecretTexts secrets, TimeProvider timeProvider, Func<string, ChannelBase>? connect = null)
    {
        _connect = connect ?? (address => PlaintextChannel.ForAddress(address));
        _secrets = secrets;
        _timeProvider = timeProvider;
        _sending = SendAllAsync();
    }

    /// <summary>The log beside a resource; of no resource for an empty URN.</summary>
    public IResourceLog For(Urn urn) => new ResourceLog(this, urn);

    /// <summary>Sends to this engine from now on. An address that is none is ignored.</summary>
    public void Connect(string address)
    {
        if (string.IsNullOrEmpty(address))
            return;
        try
        {
            // Whoever holds the former channel finishes with it; it is small, and there are one or two in a plugin's life.
            Volatile.Write(ref _channel, _connect(address));
            Volatile.Write(ref _isUnresponsive, false);
        }
        catch (ArgumentException)
        {
            Volatile.Write(ref _channel, null);
        }
    }

    /// <summary>Takes a message.</summary>
    public void Write(LogRequest message)
    {
        if (Volatile.Read(ref _channel) is null)
            return;
        message.Message = _secrets.Clean(message.Message);
        Enqueue(new LogItem(message, Delivered: null));
    }

    /// <summary>
    /// Waits, but not for long, until everything that was written so far has been sent; not at all for an engine that did not take the
    /// last message.
    /// </summary>
    public async Task FlushAsync()
    {
        if (Volatile.Read(ref _pending) == 0 || Volatile.Read(ref _isUnresponsive))
            return;
        var delivered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Enqueue(new LogItem(Message: null, delivered));
        try
        {
            await delivered.Task.WaitAsync(Patience, _timeProvider);
        }
        catch (TimeoutException)
        {
            Volatile.Write(ref _isUnresponsive, true);

            // The engine is slow or gone; the operation's own end is worth more than its messages.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        try
        {
            await _sending.WaitAsync(Patience, _timeProvider);
        }
        catch (TimeoutException)
        {
            // The engine is slow or gone, and the plugin is on its way out.
        }
        (_channel as IDisposable)?.Dispose();
    }

    private void Enqueue(LogItem item)
    {
        Interlocked.Increment(ref _pending);
        if (_queue.Writer.TryWrite(item))
            return;
        Interlocked.Decrement(ref _pending);
        item.Delivered?.TrySetResult();
    }

    private async Task SendAllAsync()
    {
        await foreach (var item in _queue.Reader.ReadAllAsync())
        {
            if (item.Message is { } message && !IsOutdated(message))
                await SendAsync(message);
            item.Delivered?.TrySetResult();
            Interlocked.Decrement(ref _pending);
        }
    }

    /// <summary>A status line of which the next message is a newer version need not be shown.</summary>
    private bool IsOutdated(LogRequest message) =>
        message.Ephemeral
        && _queue.Reader.TryPeek(out var next)
        && next.Message is { Ephemeral: true } newer
        && string.Equals(newer.Urn, message.Urn, StringComparison.Ordinal);

    private async Task SendAsync(LogRequest message)
    {
        if (Volatile.Read(ref _channel) is not { } channel)
            return;
        try
        {
            using var limit = new CancellationTokenSource(Patience, _timeProvider);
            await new Pulumirpc.Engine.EngineClient(channel).LogAsync(message, cancellationToken: limit.Token);
            Volatile.Write(ref _isUnresponsive, false);
        }
        catch (Exception)
        {
            // Whatever it was: this loop serves all later messages, and there is no other place to report to.
            Volatile.Write(ref _isUnresponsive, true);
        }
    }
}
