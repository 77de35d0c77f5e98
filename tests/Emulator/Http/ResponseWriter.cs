using System.Buffers;
using System.Text;
using PulumiNumbers.Emulator.Faults;

namespace PulumiNumbers.Emulator.Http;

/// <summary>Sends responses, whole or as a fault has them.</summary>
internal sealed class ResponseWriter(TimeProvider delayClock, CancellationToken stopping)
{
    /// <summary>Waits for as long as the fault says.</summary>
    public async Task HoldAsync(FaultRule fault, CancellationToken aborted)
    {
        if (fault.Kind is FaultKind.Delay || (fault.Kind is not FaultKind.Stalled && fault.Delay is not null))
            await WaitAsync(fault.Delay, aborted);
    }

    public async Task WriteAsync(HttpContext http, CarrierResponse content, FaultRule? fault)
    {
        var response = http.Response;
        if (fault is { Kind: FaultKind.ResetBefore or FaultKind.ResetAfter })
        {
            http.Abort();
            return;
        }

        response.StatusCode = content.Status;
        foreach (var (name, value) in content.Headers)
            response.Headers[name] = value;
        if (content.ContentType is not null)
            response.ContentType = content.ContentType;
        switch (fault?.Kind)
        {
            case FaultKind.Oversized:
                await WriteOversizedAsync(response, fault.Size, http.RequestAborted);
                break;
            case FaultKind.Garbage:
                await WriteBytesAsync(response, [0x1f, 0x8b, 0x00, 0xff, 0xfe, 0xc3, 0x28, 0x80, 0x07, 0x00, 0xed, 0xa0], http.RequestAborted);
                break;
            case FaultKind.Truncated or FaultKind.Stalled:
                await WriteInHalvesAsync(http, Encoding.UTF8.GetBytes(content.Body), fault);
                break;
            default:
                await WriteBytesAsync(response, Encoding.UTF8.GetBytes(content.Body), http.RequestAborted);
                break;
        }
    }

    private static async Task WriteBytesAsync(HttpResponse response, byte[] body, CancellationToken aborted)
    {
        if (body.Length == 0)
            return;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, aborted);
    }

    private async Task WriteInHalvesAsync(HttpContext http, byte[] body, FaultRule fault)
    {
        // Announced, so that the client knows that something is missing; one byte at least, where there is no body.
        http.Response.ContentLength = Math.Max(body.Length, 1);
        await http.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        if (fault.Kind is FaultKind.Truncated || body.Length == 0)
        {
            http.Abort();
            return;
        }

        await WaitAsync(fault.Delay, http.RequestAborted);
        await http.Response.Body.WriteAsync(body.AsMemory(body.Length / 2), http.RequestAborted);
    }

    private static async Task WriteOversizedAsync(HttpResponse response, long size, CancellationToken aborted)
    {
        const int chunk = 64 * 1024;
        var buffer = ArrayPool<byte>.Shared.Rent(chunk);
        try
        {
            buffer.AsSpan().Fill((byte)' ');
            response.ContentType = "application/json";
            for (var left = size - 2; left > 0; left -= chunk)
                await response.Body.WriteAsync(buffer.AsMemory(0, (int)Math.Min(left, chunk)), aborted);
            await response.Body.WriteAsync("{}"u8.ToArray(), aborted);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task WaitAsync(TimeSpan? delay, CancellationToken aborted)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping);
        await Task.Delay(delay ?? Timeout.InfiniteTimeSpan, delayClock, ended.Token);
    }
}
