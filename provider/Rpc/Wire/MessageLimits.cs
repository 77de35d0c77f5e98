using System.Globalization;
using Grpc.Core;

namespace PulumiNumbers.Rpc.Wire;

/// <summary>How large a message may be.</summary>
internal static class MessageLimits
{
    /// <summary>What Pulumi's engine and its SDKs allow in both directions.</summary>
    public const int DefaultMaxMessageBytes = 400 * 1024 * 1024;

    public static Status Exceeded(long length, int limit) => new(
        StatusCode.ResourceExhausted,
        string.Create(CultureInfo.InvariantCulture, $"A message of {length} bytes is larger than the limit of {limit} bytes."));
}
