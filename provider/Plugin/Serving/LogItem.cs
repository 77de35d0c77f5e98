using Pulumirpc;

namespace PulumiNumbers.Plugin.Serving;

/// <summary>What waits to be sent to the engine: a message, or somebody who waits for all messages before.</summary>
internal sealed record LogItem(LogRequest? Message, TaskCompletionSource? Delivered);
