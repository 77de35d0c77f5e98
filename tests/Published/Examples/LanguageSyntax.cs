using System.Text.RegularExpressions;
using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.Tests.Published.Examples;

/// <summary>How a language writes what examples consist of, and how its SDK names things.</summary>
internal abstract class LanguageSyntax
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline;

    /// <summary>A declaration, with the groups <c>variable</c>, <c>type</c>, <c>inputs</c> and, for a resource, <c>isResource</c>.</summary>
    public abstract Regex Declaration { get; }

    /// <summary>An input, with the groups <c>name</c> and <c>value</c>.</summary>
    public abstract Regex Input { get; }

    public abstract Regex List { get; }

    public abstract Regex Map { get; }

    /// <summary>The line that imports the package.</summary>
    public abstract Regex Import { get; }

    public static LanguageSyntax Of(string language) => language switch
    {
        "typescript" => new TypeScript(),
        "python" => new Python(),
        "go" => new Go(),
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "There is no reader for this language."),
    };

    /// <summary>The schema's name of a resource or function.</summary>
    public abstract string Token(string type, bool isResource);

    /// <summary>The schema's name of a property.</summary>
    public abstract string Property(string name);

    /// <summary>The member of an enumeration that a value is; null where it is none.</summary>
    public abstract ExampleValue? Member(string text, PackageSchema schema);

    /// <summary>The value inside a conversion such as Go's <c>pulumi.String</c>; null where there is none.</summary>
    public virtual string? Unwrap(string text) => null;

    private static Regex Pattern(string pattern) => new(pattern, Options, TimeSpan.FromSeconds(1));

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private sealed class TypeScript : LanguageSyntax
    {
        public override Regex Declaration { get; } = Pattern(
            """const (?<variable>\w+) = ((?<isResource>new )numbers\.(?<type>\w+)\("[^"]*"(, )?|numbers\.(?<type>get\w+)Output\()(\{(?<inputs>.*?)\n?\}(, \{ protect: true \})?)?\);""");

        public override Regex Input { get; } = Pattern(@"^(?<name>\w+): (?<value>.+)$");

        public override Regex List { get; } = Pattern(@"^\[(?<elements>.*)\]$");

        public override Regex Map { get; } = Pattern(@"^\{ (?<entries>.*) \}$");

        public override Regex Import { get; } = Pattern(@"import \* as numbers from ""@[\w-]+/pulumi-numbers"";");

        public override string Token(string type, bool isResource) => type;

        public override string Property(string name) => name;

        public override ExampleValue? Member(string text, PackageSchema schema) => Pattern(@"^numbers\.(?<type>\w+)\.(?<member>\w+)$").Match(text) is { Success: true } match
            ? new ExampleValue.EnumMember(match.Groups["type"].Value, match.Groups["member"].Value)
            : null;
    }

    private sealed class Python : LanguageSyntax
    {
        public override Regex Declaration { get; } = Pattern(
            """(?<variable>\w+) = numbers\.((?<isResource>)(?<type>[A-Z]\w+)\("[^"]*"(,\n)?|(?<type>get_\w+)_output\()(?<inputs>.*?)\)(?=\n|\z)""");

        public override Regex Input { get; } = Pattern(@"^(?<name>\w+)=(?<value>.+)$");

        public override Regex List { get; } = Pattern(@"^\[(?<elements>.*)\]$");

        public override Regex Map { get; } = Pattern(@"^\{(?<entries>.*)\}$");

        public override Regex Import { get; } = Pattern("import pulumi_numbers as numbers");

        public override string Token(string type, bool isResource) => isResource ? type : Property(type);

        public override string Property(string name) => Pattern("_(?<letter>[a-z])").Replace(name, match => match.Groups["letter"].Value.ToUpperInvariant());

        public override ExampleValue? Member(string text, PackageSchema schema)
        {
            if (Pattern(@"^numbers\.(?<type>[A-Z]\w+)\.(?<member>[A-Z0-9_]+)$").Match(text) is not { Success: true } match)
                return null;

            var type = schema.Enums.SingleOrDefault(candidate => SchemaNames.ClassName(candidate.Token) == match.Groups["type"].Value);
            var member = type?.Values.SingleOrDefault(value => Screaming(value.Name) == match.Groups["member"].Value);
            return new ExampleValue.EnumMember(match.Groups["type"].Value, member?.Name ?? match.Groups["member"].Value);
        }

        private static string Screaming(string name) => Pattern("(?<before>[a-z0-9])(?<after>[A-Z])").Replace(name, "${before}_${after}").ToUpperInvariant();
    }

    private sealed class Go : LanguageSyntax
    {
        public override Regex Declaration { get; } = Pattern(
            """(?<variable>\w+)(, err)? :?= numbers\.((?<isResource>New)(?<type>\w+)\(ctx, "[^"]*", &numbers\.\w+Args|(?<type>Get\w+)Output\(ctx, numbers\.\w+OutputArgs)\{(?<inputs>.*?)\}(, pulumi\.Protect\(true\))?\)\n""");

        public override Regex Input { get; } = Pattern(@"^(?<name>\w+):\s+(?<value>.+)$");

        public override Regex List { get; } = Pattern(@"^(pulumi\.StringArray|numbers\.\w+Array)\{(?<elements>.*)\}$");

        public override Regex Map { get; } = Pattern(@"^pulumi\.StringArrayMap\{(?<entries>.*)\}$");

        public override Regex Import { get; } = Pattern(@"""github\.com/[\w-]+/pulumi-numbers/sdk/go/numbers""");

        public override string Token(string type, bool isResource) => isResource ? type : Camel(type);

        public override string Property(string name) => Camel(name);

        public override ExampleValue? Member(string text, PackageSchema schema) => schema.Enums
            .SelectMany(type => type.Values.Select(value => (Type: SchemaNames.ClassName(type.Token), value.Name)))
            .Where(member => text == $"numbers.{member.Type}{member.Name}")
            .Select(member => new ExampleValue.EnumMember(member.Type, member.Name))
            .SingleOrDefault();

        public override string? Unwrap(string text) => Pattern(@"^pulumi\.(String|Bool|Int|Float64)\((?<value>.*)\)$").Match(text) is { Success: true } match
            ? match.Groups["value"].Value
            : null;
    }
}
