namespace PulumiNumbers.Engine.State;

/// <summary>One resource of a running deployment under a key that stays the same while its state changes. Several may share a URN.</summary>
internal sealed class Tracked(long key, ResourceState state)
{
    public long Key { get; } = key;

    /// <summary>The state as last saved; replaced by <see cref="StackState"/> only.</summary>
    public ResourceState State { get; internal set; } = state;
}
