namespace PulumiNumbers.Benchmarks;

/// <summary>A plugin to measure.</summary>
/// <param name="Name">Its column in the table.</param>
/// <param name="File">The program.</param>
/// <param name="Arguments">Its arguments before the engine's address.</param>
internal sealed record Plugin(string Name, string File, IReadOnlyList<string> Arguments)
{
    /// <exception cref="FormatException">The text is not NAME=COMMAND.</exception>
    public static Plugin Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var words = text[(equals + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (equals < 1 || words.Length == 0)
            throw new FormatException($"'{text}' is not NAME=COMMAND.");
        return new Plugin(text[..equals], words[0], words[1..]);
    }
}
