using System.Globalization;
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

/// <summary>What happens to one property.</summary>
public enum ChangeKind
{
    /// <summary>It appears.</summary>
    Add,

    /// <summary>It appears, and the resource has to be replaced for it.</summary>
    AddReplace,

    /// <summary>It goes.</summary>
    Delete,

    /// <summary>It goes, and the resource has to be replaced for it.</summary>
    DeleteReplace,

    /// <summary>It changes.</summary>
    Update,

    /// <summary>It changes, and the resource has to be replaced for it.</summary>
    UpdateReplace,
}

/// <summary>A change as one line for people.</summary>
internal static class ChangeText
{
    /// <summary>The sign that stands before the line.</summary>
    public static string Sign(ChangeKind kind) => kind switch
    {
        ChangeKind.Add or ChangeKind.AddReplace => "+",
        ChangeKind.Delete or ChangeKind.DeleteReplace => "-",
        _ => "~",
    };

    /// <summary>The path, what was and what becomes.</summary>
    public static string Of(PropertyChange change, bool showSecrets = false)
    {
        string? Text(PropertyValue? value) => value is null ? null : PropertyText.Of(value, showSecrets);
        var values = (Text(change.Old), Text(change.New)) switch
        {
            ({ } old, { } now) => $"{old} => {now}",
            (null, { } now) => now,
            ({ } old, null) => old,
            _ => "",
        };
        return $"{Sign(change.Kind)} {change.Path}: {values}{(change.Replaces ? " (replaces)" : "")}".TrimEnd(' ', ':');
    }
}

/// <summary>Orders paths by their segments, indexes by number: <c>numbers[9]</c> before <c>numbers[10]</c>.</summary>
internal sealed class PathOrder : IComparer<string>
{
    public static PathOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        foreach (var (a, b) in PropertyPath.Parse(x ?? "").Segments.Zip(PropertyPath.Parse(y ?? "").Segments))
        {
            var order = int.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && int.TryParse(b, NumberStyles.None, CultureInfo.InvariantCulture, out var j)
                ? i.CompareTo(j)
                : string.CompareOrdinal(a, b);
            if (order != 0)
                return order;
        }
        return string.CompareOrdinal(x, y);
    }
}
