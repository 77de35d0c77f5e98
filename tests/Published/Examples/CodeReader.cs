using System.Globalization;
using System.Text.RegularExpressions;
using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.Tests.Published.Examples;

/// <summary>
/// Reads examples in TypeScript, Python and Go, as far as examples go: declarations whose inputs stand one a line or all on one line.
/// What it does not understand is an error, not skipped.
/// </summary>
internal sealed partial class CodeReader
{
    private readonly LanguageSyntax _syntax;
    private readonly PackageSchema _schema;
    private readonly List<Declaration> _declarations = [];
    private readonly List<ExampleValue.Reference> _references = [];

    private CodeReader(LanguageSyntax syntax, PackageSchema schema) => (_syntax, _schema) = (syntax, schema);

    /// <exception cref="FormatException">The program uses something that this reader does not know.</exception>
    public static ProgramModel Read(string language, string code, PackageSchema schema)
    {
        var reader = new CodeReader(LanguageSyntax.Of(language), schema);
        var text = code;
        foreach (var match in reader._syntax.Declaration.Matches(code).Cast<Match>())
        {
            reader.AddDeclaration(match);
            text = text.Replace(match.Value, "", StringComparison.Ordinal);
        }

        reader.AddReferences(text);
        return new ProgramModel(reader._declarations, reader._references);
    }

    private void AddDeclaration(Match match)
    {
        var name = match.Groups["variable"].Value;
        var type = _syntax.Token(match.Groups["type"].Value, match.Groups["isResource"].Success);
        var inputs = new Dictionary<string, ExampleValue>(StringComparer.Ordinal);
        foreach (var argument in Split(match.Groups["inputs"].Value))
        {
            var parts = _syntax.Input.Match(argument);
            if (!parts.Success)
                throw new FormatException($"{name}: `{argument}` is no input.");
            if (parts.Groups["name"].Value != "opts")
                inputs.Add(_syntax.Property(parts.Groups["name"].Value), Value(parts.Groups["value"].Value.Trim()));
        }

        _declarations.Add(new Declaration(name, type, inputs));
    }

    /// <summary>What is left of a program once its declarations are taken out: exports.</summary>
    private void AddReferences(string text)
    {
        if (PackageUse().Match(_syntax.Import.Replace(text, "")) is { Success: true } unread)
            throw new FormatException($"`{unread.Value}` was not understood.");
        foreach (var reference in VariableMember().Matches(text).Where(reference => _declarations.Any(declaration => declaration.Name == reference.Groups["variable"].Value)))
            _references.Add(Reference(reference));
    }

    private ExampleValue Value(string text)
    {
        if (text is ['"', .., '"'])
            return new ExampleValue.Text(text[1..^1]);
        if (_syntax.Unwrap(text) is { } unwrapped)
            return Value(unwrapped);
        if (text is "true" or "false" or "True" or "False")
            return new ExampleValue.Boolean();
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return new ExampleValue.Number(number == Math.Floor(number));
        if (_syntax.List.Match(text) is { Success: true } list)
            return new ExampleValue.List([.. Split(list.Groups["elements"].Value).Select(Value)]);
        if (_syntax.Map.Match(text) is { Success: true } map)
            return new ExampleValue.Map([.. Split(map.Groups["entries"].Value).Select(entry => Value(entry[(entry.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()))]);
        if (_syntax.Member(text, _schema) is { } member)
            return member;
        if (VariableMember().Match(text) is { Success: true } reference && reference.Value.Length == text.Length)
        {
            _references.Add(Reference(reference));
            return Reference(reference);
        }

        throw new FormatException($"`{text}` is no value that examples use.");
    }

    private ExampleValue.Reference Reference(Match reference) =>
        new(reference.Groups["variable"].Value, _syntax.Property(reference.Groups["property"].Value));

    /// <summary>Splits at the commas that are not inside brackets or quotes.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var (depth, start, quoted) = (0, 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
                quoted = !quoted;
            else if (!quoted && text[i] is '[' or '{' or '(')
                depth++;
            else if (!quoted && text[i] is ']' or '}' or ')')
                depth--;
            else if (!quoted && depth == 0 && text[i] == ',')
            {
                yield return text[start..i].Trim();
                start = i + 1;
            }
        }

        if (text[start..].Trim() is { Length: > 0 } last)
            yield return last;
    }

    [GeneratedRegex(@"\b(?<variable>[a-zA-Z_]\w*)\.(?<property>[a-zA-Z_]\w*)(\(\))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VariableMember();

    [GeneratedRegex(@"\bnumbers\.\w+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PackageUse();
}
