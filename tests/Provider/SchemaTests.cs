using System.Runtime.CompilerServices;
using PulumiNumbers.Plugin.Schema;
using PulumiNumbers.Provider;

namespace PulumiNumbers.Tests.Provider;

public sealed class SchemaTests
{
    [Fact]
    public async Task The_checked_in_schema_is_what_the_code_says()
    {
        var checkedIn = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot(), "schema.json"));

        Assert.True(SchemaBuilder.Build(NumbersProvider.Define()) == checkedIn, "schema.json is stale: run make schema and check it in.");
    }

    private static string RepositoryRoot([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
