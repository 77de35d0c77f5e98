using System.Text;
using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.SdkGenerator.Docs;

/// <summary>The pages of the Pulumi Registry and one page for each resource and function, by path.</summary>
internal static class DocsFolder
{
    private static readonly string[] Languages = ["typescript", "python", "go", "csharp", "yaml"];

    /// <summary>Whether a file of docs/ is one of these pages; the others are written by hand.</summary>
    public static bool IsPage(string path) => path.EndsWith(".md", StringComparison.Ordinal);

    public static GeneratedFolder Generate(PackageSchema package)
    {
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["_index.md"] = Index(package),
            ["installation-configuration.md"] = Installation(package),
        };
        foreach (var resource in package.Resources)
            pages[$"resources/{SchemaNames.ClassName(resource.Token)}.md"] = Resource(resource);
        foreach (var function in package.Functions)
            pages[$"functions/{function.Token[(function.Token.LastIndexOf(':') + 1)..]}.md"] = Function(function);
        return new GeneratedFolder(pages);
    }

    private static string Index(PackageSchema package)
    {
        var page = FrontMatter(package.DisplayName, package.Description);
        page.Append($"{package.Description}\n\n## Example\n\n");
        AppendChooser(page, MarkdownExamples.Longest(package)!);
        page.Append("## Resources\n\n");
        foreach (var resource in package.Resources)
            page.Append($"- `{SchemaNames.ClassName(resource.Token)}`: {FirstParagraph(resource.Description)}\n");
        page.Append("\n## Functions\n\n");
        foreach (var function in package.Functions)
            page.Append($"- `{function.Token[(function.Token.LastIndexOf(':') + 1)..]}`: {FirstParagraph(function.Description)}\n");
        return page.ToString();
    }

    private static string Installation(PackageSchema package)
    {
        var page = FrontMatter(
            $"{package.DisplayName} Installation & Configuration",
            $"How to install the {package.DisplayName} provider for Pulumi, and how to configure its credentials.");
        page.Append($$"""
            ## Installation

            The provider is a Pulumi package in every Pulumi language:

            - JavaScript and TypeScript: `{{package.Packages.Node}}`
            - Python: `{{package.Packages.Python}}`
            - Go: `{{package.Packages.Go}}`
            - .NET: `{{package.Namespace}}`
            - YAML: no package; Pulumi installs the plugin by the `{{package.Name}}:` types of the program.

            The SDKs install the plugin themselves. To install it by hand:

            ```sh
            pulumi plugin install resource {{package.Name}} v{{package.Version}} --server {{package.PluginDownloadUrl}}
            ```

            ## Configuration

            Credentials are asked for when the first resource of their carrier needs them. Set them with
            `pulumi config set {{package.Name}}:KEY VALUE` (with `--secret` where marked), as environment variables, or as arguments of an explicit
            provider.

            | key | environment | description |
            |---|---|---|

            """);
        foreach (var variable in package.Config)
        {
            var secret = variable.Secret ? " (secret)" : "";
            var environment = string.Join(", ", variable.Environment.Select(name => $"`{name}`"));
            var @default = variable.Default is { } value ? $" Default: `{value.ToString(System.Globalization.CultureInfo.InvariantCulture).ToLowerInvariant()}`." : "";
            page.Append($"| `{package.Name}:{variable.Name}`{secret} | {environment} | {Cell(variable.Description)}{@default} |\n");
        }

        return page.ToString();
    }

    private static string Resource(SchemaResource resource)
    {
        var name = SchemaNames.ClassName(resource.Token);
        var page = FrontMatter(name, FirstParagraph(resource.Description));
        AppendDescription(page, resource.Description);
        AppendTable(page, "Inputs", resource.Inputs, marksRequired: true);
        AppendTable(page, "Outputs", resource.Properties, marksRequired: false);
        return page.ToString();
    }

    private static string Function(SchemaFunction function)
    {
        var page = FrontMatter(function.Token[(function.Token.LastIndexOf(':') + 1)..], FirstParagraph(function.Description));
        AppendDescription(page, function.Description);
        AppendTable(page, "Arguments", function.Inputs, marksRequired: true);
        AppendTable(page, "Result", function.Outputs, marksRequired: false);
        return page.ToString();
    }

    private static StringBuilder FrontMatter(string title, string description) => new StringBuilder("---\n")
        .Append($"title: {title}\n")
        .Append($"meta_desc: {Yaml(Plain(description))}\n")
        .Append("layout: package\n---\n\n<!-- Written by `make docs` from schema.json; changes to this file are lost. -->\n\n");

    private static void AppendDescription(StringBuilder page, string description)
    {
        var examples = MarkdownExamples.Parse(description);
        var text = MarkdownExamples.Remove(description).Trim();
        var sections = text.IndexOf("\n## ", StringComparison.Ordinal);
        page.Append(sections < 0 ? text : text[..sections].TrimEnd()).Append("\n\n");
        foreach (var example in examples)
        {
            page.Append($"## {example.Title}\n\n");
            AppendChooser(page, example);
        }

        if (sections >= 0)
            page.Append(text[sections..].Trim()).Append("\n\n");
    }

    private static void AppendChooser(StringBuilder page, MarkdownExample example)
    {
        page.Append($"{{{{< chooser language \"{string.Join(',', Languages)}\" >}}}}\n\n");
        foreach (var language in Languages)
        {
            var code = example.Programs.Single(program => program.Language == language).Code;
            page.Append($"{{{{% choosable language {language} %}}}}\n\n```{language}\n{code}```\n\n{{{{% /choosable %}}}}\n");
        }

        page.Append("\n{{< /chooser >}}\n\n");
    }

    private static void AppendTable(StringBuilder page, string title, IReadOnlyList<SchemaProperty> properties, bool marksRequired)
    {
        page.Append($"## {title}\n\n| property | type | description |\n|---|---|---|\n");
        foreach (var property in properties)
            page.Append($"| `{property.Name}`{(marksRequired && property.Required ? " (required)" : "")} | {TypeName(property.Type)} | {Cell(property.Description)} |\n");
        page.Append('\n');
    }

    private static string TypeName(SchemaType type) => type switch
    {
        SchemaType.List list => $"list of {TypeName(list.Element)}",
        SchemaType.Map map => $"map of {TypeName(map.Element)}",
        SchemaType.EnumReference reference => SchemaNames.ClassName(reference.Token),
        SchemaType.ObjectReference reference => SchemaNames.ClassName(reference.Token),
        SchemaType.Primitive { Kind: PrimitiveKind.Text } => "string",
        SchemaType.Primitive primitive => primitive.Kind.ToString().ToLowerInvariant(),
        _ => throw new SchemaException($"{type} has no name."),
    };

    private static string FirstParagraph(string description) => MarkdownBlock.Parse(description) is [var first, ..] ? first.Text : "";

    private static string Cell(string text) => text.Replace('\n', ' ').Replace("|", "\\|", StringComparison.Ordinal);

    private static string Plain(string markdown) => markdown.Replace("`", "", StringComparison.Ordinal).Replace('\n', ' ');

    private static string Yaml(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
