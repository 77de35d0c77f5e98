using System.Text.RegularExpressions;
using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.SdkGenerator.CSharp;

/// <summary>Writes the Markdown of a schema's descriptions as XML documentation comments.</summary>
internal static partial class DocumentationComment
{
    private const int Width = 140;

    /// <summary>The first paragraph as the summary, the rest as remarks, the C# example as one.</summary>
    public static void Write(CodeWriter code, string markdown)
    {
        var blocks = MarkdownBlock.Parse(MarkdownExamples.Remove(markdown));
        if (blocks.Count == 0)
            return;

        Summary(code, Inline(blocks[0].Text));
        if (blocks.Count > 1)
            Element(code, "remarks", blocks.Skip(1).SelectMany(block => Remark(block, Width - code.Indent - 4)));
        if (MarkdownExamples.Find(markdown, "csharp") is { } example)
            Element(code, "example", Code(example));
    }

    /// <summary>A summary that is XML already.</summary>
    public static void Summary(CodeWriter code, string xml)
    {
        var line = $"/// <summary>{xml}</summary>";
        if (code.Indent + line.Length <= Width)
            code.Line(line);
        else
            Element(code, "summary", Wrap(xml, Width - code.Indent - 4));
    }

    public static void Parameter(CodeWriter code, string name, string xml) => code.Line($"/// <param name=\"{name}\">{xml}</param>");

    private static void Element(CodeWriter code, string name, IEnumerable<string> lines)
    {
        code.Line($"/// <{name}>");
        foreach (var line in lines)
            code.Line(line.Length == 0 ? "///" : $"/// {line}");
        code.Line($"/// </{name}>");
    }

    private static IEnumerable<string> Remark(MarkdownBlock block, int width) => block.Kind switch
    {
        MarkdownKind.Code => Code(block.Text),
        MarkdownKind.Heading => [$"<para><b>{Inline(block.Text)}</b></para>"],
        MarkdownKind.List => ["<list type=\"bullet\">", .. block.Text.Split('\n').SelectMany(item => Wrap($"<item><description>{Inline(item)}</description></item>", width)), "</list>"],
        _ => Wrap($"<para>{Inline(block.Text)}</para>", width),
    };

    private static IEnumerable<string> Code(string text) => ["<code>", .. Escape(text.TrimEnd()).Split('\n'), "</code>"];

    private static string Inline(string markdown)
    {
        var xml = CodeSpan().Replace(Escape(markdown), "<c>${code}</c>");
        xml = Link().Replace(xml, "<see href=\"${url}\">${text}</see>");
        return Emphasis().Replace(xml, "${text}").Replace('\n', ' ');
    }

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\[(?<text>[^\]]+)\]\((?<url>[^)\s]+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*(?<text>[^*]+)\*\*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Emphasis();
}
