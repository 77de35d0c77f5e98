namespace PulumiNumbers.Carriers.Authentication;

/// <summary>A text that must not be shown. It is shown only to who asks for it by name.</summary>
public sealed class Secret
{
    private readonly string _text;

    /// <summary>Holds <paramref name="text"/>.</summary>
    public Secret(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        _text = text;
    }

    /// <summary>The text itself.</summary>
    public string Reveal() => _text;

    /// <summary>Never the text.</summary>
    public override string ToString() => "[secret]";
}
