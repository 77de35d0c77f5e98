namespace Pulumi;

/// <summary>An input was left out that is needed, or cannot be sent; the message names it, never its value.</summary>
internal sealed class InvalidInputException(string message) : Exception(message);
