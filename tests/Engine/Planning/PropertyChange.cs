using PulumiNumbers.Engine.Properties;

namespace PulumiNumbers.Engine.Planning;

/// <summary>One line of a diff.</summary>
/// <param name="Path">The property's path, such as <c>numbers[3]</c>.</param>
/// <param name="Kind">What happens to it.</param>
/// <param name="Old">What it was, where it was.</param>
/// <param name="New">What it becomes, where it stays.</param>
public sealed record PropertyChange(string Path, ChangeKind Kind, PropertyValue? Old, PropertyValue? New)
{
    /// <summary>Whether the change replaces the resource.</summary>
    public bool Replaces => Kind is ChangeKind.AddReplace or ChangeKind.DeleteReplace or ChangeKind.UpdateReplace;

    /// <summary>The change with both sides secret where one is: what was secret yesterday is so today, whatever a program forgot to say.</summary>
    public PropertyChange Guarded() => (Old?.ContainsSecrets ?? false) == (New?.ContainsSecrets ?? false)
        ? this
        : this with { Old = Old is null ? null : PropertyValue.Secret(Old), New = New is null ? null : PropertyValue.Secret(New) };
}
