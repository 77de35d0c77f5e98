using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.Tests.Published.Examples;

/// <summary>Holds every example, in the schema's descriptions and in examples/, to the schema or to the SDK.</summary>
public sealed class ExampleProgramTests
{
    private static readonly string[] Languages = ["typescript", "python", "csharp", "go", "yaml"];

    private static readonly (string Label, string Language)[] Files =
    [
        ("examples/csharp/Program.cs", "csharp"),
        ("examples/typescript/index.ts", "typescript"),
        ("examples/python/__main__.py", "python"),
        ("examples/go/main.go", "go"),
        ("examples/yaml/Pulumi.yaml", "yaml"),
    ];

    private static readonly IReadOnlyDictionary<string, (string Language, string Code)> Programs = FromSchema().Concat(Files).ToDictionary(
        example => example.Label,
        example => (example.Language, Code(example.Label, example.Language)),
        StringComparer.Ordinal);

    public static TheoryData<string> Labels => [.. Programs.Keys];

    public static TheoryData<string> Tokens => [.. Descriptions().Select(description => description.Token)];

    [Theory]
    [MemberData(nameof(Labels))]
    public void Example_AgainstSchema_IsValid(string label)
    {
        var (language, code) = Programs[label];

        var findings = language switch
        {
            "csharp" => CSharpCompiler.Check(code),
            "yaml" => new ProgramChecker(Repository.Schema).Check(YamlReader.Read(code)),
            _ => new ProgramChecker(Repository.Schema).Check(CodeReader.Read(language, code, Repository.Schema)),
        };

        Assert.Empty(findings);
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Description_Examples_AreInEveryLanguage(string token)
    {
        var examples = MarkdownExamples.Parse(Descriptions().Single(description => description.Token == token).Text);

        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Equal(Languages, example.Programs.Select(program => program.Language)));
    }

    [Theory]
    [InlineData("typescript", "const a = new numbers.NumberPool(\"a\", {\n    poolIdd: \"x\",\n});")]
    [InlineData("typescript", "const a = new numbers.NumberPool(\"a\", {\n    fallback: numbers.PoolFallback.Refuse,\n});")]
    [InlineData("typescript", "const a = new numbers.PoolMembership(\"a\", {\n    poolId: \"x\",\n});")]
    [InlineData("python", "a = numbers.NumberPool(\"a\",\n    pool_idd=\"x\")\n")]
    [InlineData("python", "a = numbers.OwnedNumber(\"a\",\n    carrier=numbers.NumberCarrier.ACME)\n")]
    [InlineData("python", "a = numbers.NumberPool(\"a\",\n    pool_id=\"x\")\n\npulumi.export(\"x\", a.nothing)\n")]
    [InlineData("go", "\t\ta, err := numbers.NewNumberPool(ctx, \"a\", &numbers.NumberPoolArgs{\n\t\t\tPoolId: pulumi.Bool(true),\n\t\t})\n")]
    [InlineData("go", "\t\ta := numbers.GetPoolNumbersOutput(ctx, numbers.GetPoolNumbersOutputArgs{\n\t\t\tPrefix: pulumi.String(\"44\"),\n\t\t})\n")]
    [InlineData("yaml", "resources:\n  a:\n    type: numbers:NumberPool\n    properties:\n      poolIdd: x\n")]
    [InlineData("yaml", "resources:\n  a:\n    type: numbers:PoolMembership\n    properties:\n      poolId: x\n      numbers: [447700900001]\n")]
    public void Checker_ProgramThatTheSchemaDoesNotKnow_Objects(string language, string code)
    {
        var program = language == "yaml" ? YamlReader.Read(code) : CodeReader.Read(language, code, Repository.Schema);

        Assert.Single(new ProgramChecker(Repository.Schema).Check(program));
    }

    [Theory]
    [InlineData("typescript", "const a = numbers.somethingNew();")]
    [InlineData("python", "numbers.configure(\"x\")")]
    [InlineData("go", "\t\tnumbers.Configure(ctx)\n")]
    public void Reader_CodeThatItDoesNotUnderstand_Throws(string language, string code) =>
        Assert.Throws<FormatException>(() => CodeReader.Read(language, code, Repository.Schema));

    [Fact]
    public void Compiler_PropertyThatTheSdkDoesNotHave_Objects() => Assert.NotEmpty(CSharpCompiler.Check(
        "return await Pulumi.Deployment.RunAsync(() => { _ = new Pulumi.Numbers.NumberPool(\"a\", new() { PoolIdd = \"x\" }); });"));

    private static string Code(string label, string language) => label.StartsWith("examples/", StringComparison.Ordinal)
        ? Repository.Read(label)
        : MarkdownExamples.Parse(Descriptions().Single(description => label.StartsWith($"{description.Token} ", StringComparison.Ordinal)).Text)
            .Single(example => label.Contains($" {example.Title} ", StringComparison.Ordinal))
            .Programs.Single(program => program.Language == language).Code;

    private static IEnumerable<(string Label, string Language)> FromSchema() => Descriptions()
        .SelectMany(description => MarkdownExamples.Parse(description.Text)
            .SelectMany(example => example.Programs.Select(program => ($"{description.Token} {example.Title} ({program.Language})", program.Language))));

    private static IEnumerable<(string Token, string Text)> Descriptions() =>
        Repository.Schema.Resources.Select(resource => (resource.Token, resource.Description))
            .Concat(Repository.Schema.Functions.Select(function => (function.Token, function.Description)));
}
