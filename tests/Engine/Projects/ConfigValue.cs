namespace PulumiNumbers.Engine.Projects;

/// <summary>One configuration value; lists and maps are JSON text, as programs and providers get them.</summary>
public readonly record struct ConfigValue(string Text, bool IsSecret)
{
    /// <summary>A plain value.</summary>
    public static implicit operator ConfigValue(string text) => new(text, IsSecret: false);

    /// <summary>A value to be kept secret.</summary>
    public static ConfigValue Secret(string text) => new(text, IsSecret: true);

    /// <summary>The text, or <c>[secret]</c>.</summary>
    public override string ToString() => IsSecret ? "[secret]" : Text;
}
