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

/// <summary>The chooser of languages in a description, in the form of the Pulumi Registry.</summary>
internal static partial class MarkdownExamples
{
    /// <summary>The code of the first example in a language; null where there is none.</summary>
    public static string? Find(string markdown, string language)
    {
        var chooser = Chooser().Match(markdown);
        var code = Fence().Matches(chooser.Value).FirstOrDefault(fence => fence.Groups["language"].Value == language);
        return code?.Groups["code"].Value;
    }

    /// <summary>The description without its choosers and their headings.</summary>
    public static string Remove(string markdown) => Section().Replace(markdown, "");

    [GeneratedRegex(@"<!--\s*Start PulumiCodeChooser\s*-->.*?<!--\s*End PulumiCodeChooser\s*-->", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Chooser();

    [GeneratedRegex(@"^## Example Usage\n.*?(?=^## |\z)", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Section();

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Fence();
}
