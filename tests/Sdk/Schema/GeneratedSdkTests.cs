using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;
using PulumiNumbers.SdkGenerator;
using PulumiNumbers.SdkGenerator.CSharp;
using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.Tests.Sdk.Schema;

/// <summary>sdk/dotnet is what `make sdk` writes from schema.json.</summary>
public sealed class GeneratedSdkTests
{
    private static readonly string Root = RepositoryRoot();

    [Fact]
    public void SdkFolder_AgainstSchema_IsCurrent()
    {
        var folder = Path.Combine(Root, "sdk/dotnet");

        var generated = SdkPackage.Generate(PackageSchema.Parse(File.ReadAllText(Path.Combine(Root, "schema.json")))).Files;

        Assert.Equal(generated.Keys, GeneratedFolder.FilesIn(folder).Order(StringComparer.Ordinal));
        Assert.All(generated, file => Assert.True(
            file.Value == File.ReadAllText(Path.Combine(folder, file.Key)).ReplaceLineEndings("\n"),
            $"sdk/dotnet/{file.Key} is stale: run `make sdk`."));
    }

    [Fact]
    public void WriteTo_FolderWithFilesOfAnEarlierSchema_RemovesThem()
    {
        var folder = Directory.CreateTempSubdirectory("numbers-sdk-");
        try
        {
            var package = SdkPackage.Generate(PackageSchema.Parse(File.ReadAllText(Path.Combine(Root, "schema.json"))));
            Directory.CreateDirectory(Path.Combine(folder.FullName, "obj"));
            File.WriteAllText(Path.Combine(folder.FullName, "obj/kept.txt"), "");
            File.WriteAllText(Path.Combine(folder.FullName, "RemovedResource.cs"), "");

            package.WriteTo(folder.FullName, _ => true);

            Assert.Equal(package.Files.Keys, GeneratedFolder.FilesIn(folder.FullName).Order(StringComparer.Ordinal));
            Assert.True(File.Exists(Path.Combine(folder.FullName, "obj/kept.txt")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("""{"type": "array", "items": {"$ref": "pulumi.json#/Any"}}""")]
    [InlineData("""{"oneOf": [{"type": "string"}, {"type": "number"}]}""")]
    [InlineData("""{"$ref": "#/types/numbers:index:Missing"}""")]
    public void Parse_TypeThatIsNotSupported_Throws(string type)
    {
        var schema = new JObject
        {
            ["name"] = "numbers",
            ["version"] = "1.0.0",
            ["provider"] = new JObject(),
            ["config"] = new JObject { ["variables"] = new JObject { ["setting"] = JObject.Parse(type) } },
        };

        Assert.Throws<SchemaException>(() => PackageSchema.Parse(schema.ToString()));
    }

    private static string RepositoryRoot([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../.."));
}
