namespace PulumiNumbers.Engine.State;

/// <summary>An operation that had begun when the engine was stopped and whose end is not known.</summary>
/// <param name="Resource">The resource as it was, or as it was to become where it is new.</param>
/// <param name="Kind">What was being done to it.</param>
public sealed record PendingOperation(ResourceState Resource, OperationKind Kind);
