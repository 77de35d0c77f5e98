using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using PulumiNumbers.SdkGenerator;
using PulumiNumbers.SdkGenerator.Docs;
using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.Tests.Published.Schema;

/// <summary>What the Pulumi Registry and the engines demand of a published package.</summary>
public sealed partial class RegistryTests
{
    private static readonly JObject Schema = JObject.Parse(Repository.Read("schema.json"));

    private static readonly string Owner = Property("RepositoryOwner");

    private static readonly string Name = Property("RepositoryName");

    public static TheoryData<string> Resources => [.. Repository.Schema.Resources.Select(resource => resource.Token)];

    public static TheoryData<string> Pages => [.. GeneratedFolder.FilesIn(Path.Combine(Repository.Root, "docs")).Where(DocsFolder.IsPage)];

    [Theory]
    [InlineData("publisher")]
    [InlineData("displayName")]
    [InlineData("description")]
    [InlineData("homepage")]
    [InlineData("repository")]
    [InlineData("logoUrl")]
    [InlineData("license")]
    [InlineData("pluginDownloadURL")]
    [InlineData("version")]
    public void Schema_Field_IsPresent(string field) => Assert.False(string.IsNullOrWhiteSpace((string?)Schema[field]));

    [Theory]
    [InlineData("nodejs", "packageName")]
    [InlineData("python", "packageName")]
    [InlineData("go", "importBasePath")]
    [InlineData("java", "basePackage")]
    [InlineData("csharp", "rootNamespace")]
    public void Schema_LanguageBlock_NamesThePackage(string language, string field)
    {
        Assert.False(string.IsNullOrWhiteSpace((string?)Schema["language"]![language]![field]));
        Assert.True((bool)Schema["language"]![language]!["respectSchemaVersion"]!);
    }

    [Fact]
    public void Schema_Keywords_NameCategoryAndKind()
    {
        var keywords = Schema["keywords"]!.Select(keyword => (string)keyword!).ToList();

        Assert.Contains("kind/native", keywords);
        Assert.Single(keywords, keyword => keyword.StartsWith("category/", StringComparison.Ordinal));
    }

    [Fact]
    public void Schema_Locations_DeriveFromTheOneRepositoryProperty()
    {
        var repository = $"https://github.com/{Owner}/{Name}";

        Assert.Equal(repository, (string?)Schema["repository"]);
        Assert.Equal(repository, (string?)Schema["homepage"]);
        Assert.Equal($"github://api.github.com/{Owner}", (string?)Schema["pluginDownloadURL"]);
        Assert.Equal($"https://raw.githubusercontent.com/{Owner}/{Name}/main/docs/logo.png", (string?)Schema["logoUrl"]);
        Assert.Equal($"@{Owner}/{Name}", (string?)Schema["language"]!["nodejs"]!["packageName"]);
        Assert.Equal($"github.com/{Owner}/{Name}/sdk/go/numbers", (string?)Schema["language"]!["go"]!["importBasePath"]);
    }

    /// <summary>The engine downloads from the repository `pulumi-NAME` of the organisation that the URL names.</summary>
    [Fact]
    public void RepositoryName_IsWhatEnginesDeriveFromThePackage() => Assert.Equal($"pulumi-{Repository.Schema.Name}", Name);

    [Fact]
    public void Logo_IsAPng() =>
        Assert.Equal<byte>([0x89, 0x50, 0x4E, 0x47], File.ReadAllBytes(Path.Combine(Repository.Root, "docs/logo.png"))[..4]);

    [Theory]
    [MemberData(nameof(Resources))]
    public void ResourceDescription_ImportSection_ShowsTheCommandOnce(string token)
    {
        var description = Repository.Schema.Resources.Single(resource => resource.Token == token).Description;

        Assert.Single(Heading().Matches(description), heading => heading.Value == "## Import");
        Assert.Single(Heading().Matches(description), heading => heading.Value == "## What each carrier supports");
        Assert.Matches($@"```sh\npulumi import {token} \w+ \S+\n```", description);
    }

    [Fact]
    public void Descriptions_OfEverything_ArePresent()
    {
        var properties = Repository.Schema.Resources.SelectMany(resource => resource.Inputs.Concat(resource.Properties))
            .Concat(Repository.Schema.Functions.SelectMany(function => function.Inputs.Concat(function.Outputs)))
            .Concat(Repository.Schema.Config);

        Assert.DoesNotContain(properties, property => string.IsNullOrWhiteSpace(property.Description));
        Assert.DoesNotContain(Repository.Schema.Enums.SelectMany(type => type.Values), value => string.IsNullOrWhiteSpace(value.Description));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_FrontMatterAndLinks_AreOfTheRegistrysForm(string path)
    {
        var page = Repository.Read($"docs/{path}");

        Assert.Matches(@"\A---\ntitle: \S[^\n]*\nmeta_desc: ""[^""\n]+""\nlayout: package\n---\n", page);
        Assert.DoesNotMatch(@"\]\((?!https://)", page);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
    }

    [Fact]
    public void DocsFolder_AgainstSchema_IsCurrent()
    {
        var generated = DocsFolder.Generate(Repository.Schema).Files;

        Assert.Equal(generated.Keys, GeneratedFolder.FilesIn(Path.Combine(Repository.Root, "docs")).Where(DocsFolder.IsPage).Order(StringComparer.Ordinal));
        Assert.All(generated, page => Assert.True(page.Value == Repository.Read($"docs/{page.Key}"), $"docs/{page.Key} is stale: run `make docs`."));
    }

    [Theory]
    [InlineData("examples/typescript/package.json")]
    [InlineData("examples/go/go.mod")]
    [InlineData("examples/go/main.go")]
    [InlineData("examples/typescript/index.ts")]
    public void Example_PackageName_IsThatOfTheSchema(string path) =>
        Assert.Contains($"{Owner}/{Name}", Repository.Read(path), StringComparison.Ordinal);

    private static string Property(string name) =>
        Regex.Match(Repository.Read("Directory.Build.props"), $"<{name}>(?<value>[^<]+)</{name}>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["value"].Value;

    [GeneratedRegex("^## .+$", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();
}
