using PulumiNumbers.Engine.Properties;

namespace PulumiNumbers.Engine.Planning;

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
