namespace PulumiNumbers.Engine.State;

/// <summary>A resource's name in its stack: <c>urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME</c>.</summary>
public readonly record struct Urn
{
    private const string Prefix = "urn:pulumi:";
    private const string StackType = "pulumi:pulumi:Stack";

    private readonly string? _text;

    private Urn(string text) => _text = text;

    /// <summary>The stack's name.</summary>
    public string Stack => Part(0)[Prefix.Length..];

    /// <summary>The project's name.</summary>
    public string Project => Part(1);

    /// <summary>The type with those of its parents before it, joined by <c>$</c>.</summary>
    public string QualifiedType => Part(2);

    /// <summary>The resource's own type token.</summary>
    public string Type => QualifiedType[(QualifiedType.LastIndexOf('$') + 1)..];

    /// <summary>The name that the program gave.</summary>
    public string Name => Part(3);

    /// <summary>Composes a URN; children of the stack do not carry its type.</summary>
    public static Urn Of(string stack, string project, Urn? parent, string type, string name)
    {
        var parents = parent is { } p && !string.Equals(p.Type, StackType, StringComparison.Ordinal) ? p.QualifiedType + "$" : "";
        return new($"{Prefix}{stack}::{project}::{parents}{type}::{name}");
    }

    /// <summary>Reads a URN.</summary>
    /// <exception cref="FormatException">It has not got the four parts.</exception>
    public static Urn Parse(string text) => TryParse(text) ?? throw new FormatException($"'{text}' is not a URN.");

    /// <summary>Reads a URN, or gives null where the text is none.</summary>
    public static Urn? TryParse(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && text.Split("::", 4).Length == 4 ? new Urn(text) : null;

    /// <inheritdoc/>
    public override string ToString() => _text ?? "";

    private string Part(int index) => (_text ?? "").Split("::", 4)[index];
}
