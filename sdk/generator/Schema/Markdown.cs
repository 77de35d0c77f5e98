using System.Text.RegularExpressions;

namespace PulumiNumbers.SdkGenerator.Schema;

internal enum MarkdownKind
{
    Paragraph,
    Heading,
    List,
    Code,
}

/// <summary>A block of the Markdown that descriptions are written in: paragraphs, headings, lists of one level and fenced code.</summary>
/// <param name="Text">Without the block's marks; the items of a list are lines.</param>
internal sealed record MarkdownBlock(MarkdownKind Kind, string Text)
{
    public static IReadOnlyList<MarkdownBlock> Parse(string markdown)
    {
        var blocks = new List<MarkdownBlock>();
        var inCode = false;
        var open = false;
        foreach (var line in markdown.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inCode = !inCode;
                open = inCode;
                if (inCode)
                    blocks.Add(new MarkdownBlock(MarkdownKind.Code, ""));
            }
            else if (inCode)
            {
                blocks[^1] = blocks[^1] with { Text = blocks[^1].Text + line + "\n" };
            }
            else if (line.Trim().Length == 0)
            {
                open = false;
            }
            else
            {
                open = Add(blocks, line, open);
            }
        }

        return blocks;
    }

    private static bool Add(List<MarkdownBlock> blocks, string line, bool open)
    {
        if (line.StartsWith('#'))
        {
            blocks.Add(new MarkdownBlock(MarkdownKind.Heading, line.TrimStart('#').Trim()));
            return false;
        }

        var item = line.StartsWith("- ", StringComparison.Ordinal);
        var text = item ? line[2..] : line.Trim();
        if (!open || (item && blocks[^1].Kind == MarkdownKind.Paragraph))
            blocks.Add(new MarkdownBlock(item ? MarkdownKind.List : MarkdownKind.Paragraph, text));
        else
            blocks[^1] = blocks[^1] with { Text = blocks[^1].Text + (item ? "\n" : " ") + text };
        return true;
    }
}

/// <summary>One example of a description: its title and its code in each language, in the order in which they stand.</summary>
internal sealed record MarkdownExample(string Title, IReadOnlyList<(string Language, string Code)> Programs);

/// <summary>The examples in a description, in the shortcodes that Pulumi's schema defines for them.</summary>
internal static partial class MarkdownExamples
{
    public static IReadOnlyList<MarkdownExample> Parse(string markdown) => [.. Example().Matches(markdown).Select(example => new MarkdownExample(
        example.Groups["title"].Value.Trim(),
        [.. Fence().Matches(example.Value).Select(fence => (fence.Groups["language"].Value, fence.Groups["code"].Value))]))];

    /// <summary>The code of the first example in a language; null where there is none.</summary>
    public static string? Find(string markdown, string language) => Parse(markdown)
        .SelectMany(example => example.Programs)
        .Where(program => program.Language == language)
        .Select(program => program.Code)
        .FirstOrDefault();

    /// <summary>The example that shows most of the package; null where there is none.</summary>
    public static MarkdownExample? Longest(PackageSchema package) => package.Resources
        .SelectMany(resource => Parse(resource.Description))
        .MaxBy(example => example.Programs.Sum(program => program.Code.Length));

    /// <summary>The description without its examples.</summary>
    public static string Remove(string markdown) => Section().Replace(markdown, "");

    [GeneratedRegex(@"\{\{% examples %\}\}.*?\{\{% /examples %\}\}\n?", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Section();

    [GeneratedRegex(@"\{\{% example %\}\}\s*### (?<title>[^\n]+).*?\{\{% /example %\}\}", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Example();

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Fence();
}
