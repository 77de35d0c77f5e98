namespace PulumiNumbers.Rpc;

internal static class MessageLimits
{
    /// <summary>What Pulumi's engine and its SDKs allow in both directions: 400 MiB.</summary>
    public const int DefaultMaxMessageBytes = 400 * 1024 * 1024;

    /// <summary>
    /// What response trailers may hold. The details of a status travel there, and they may carry the whole state of a resource.
    /// </summary>
    public const int MaxTrailerBytes = 16 * 1024 * 1024;
}
