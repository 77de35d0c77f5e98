using System.Buffers;
using System.Text;

namespace PulumiNumbers.Carriers.Http;

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
