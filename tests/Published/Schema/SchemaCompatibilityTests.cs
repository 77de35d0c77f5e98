using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.Tests.Published.Schema;

/// <summary>A breaking change of the schema is announced in CHANGELOG.md, in a line of the form "Breaking: … `Subject` …".</summary>
public sealed partial class SchemaCompatibilityTests
{
    private static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    /// <summary>The schemas of the versions that are out.</summary>
    public static TheoryData<string> Versions =>
        [.. Directory.EnumerateFiles(Fixtures, "schema-*.json").Select(file => Path.GetFileNameWithoutExtension(file)["schema-".Length..])];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Schema_BreakingChangesSinceAVersion_AreInTheChangelog(string version)
    {
        var announced = Announcements(Repository.Read("CHANGELOG.md"), since: version);

        var changes = SchemaComparison.Compare(Fixture(version), Repository.Schema);

        Assert.Empty(changes.Where(change => !announced.Any(line => line.Contains($"`{change.Subject}`", StringComparison.Ordinal))).ToList());
    }

    [Fact]
    public void Changelog_NewestVersion_IsThatOfTheSchema() =>
        Assert.Equal(Repository.Schema.Version, VersionHeading().Match(Repository.Read("CHANGELOG.md")).Groups["version"].Value);

    [Theory]
    [InlineData("resources['numbers:index:NumberPool'].inputProperties.poolId", null, "NumberPool.poolId")]
    [InlineData("resources['numbers:index:NumberPool'].properties.fallback", null, "NumberPool.fallback")]
    [InlineData("resources['numbers:index:NumberPool']", null, "NumberPool")]
    [InlineData("functions['numbers:index:getPoolNumbers']", null, "getPoolNumbers")]
    [InlineData("config.variables.kpnUrl", null, "config.kpnUrl")]
    [InlineData("types['numbers:index:PoolFallback'].enum[1]", null, "PoolFallback.CustomFrom")]
    [InlineData("resources['numbers:index:OwnedNumber'].inputProperties.country.type", "number", "OwnedNumber.country")]
    [InlineData("resources['numbers:index:NumberPool'].requiredInputs", """["poolId"]""", "NumberPool.poolId")]
    [InlineData("resources['numbers:index:NumberPool'].required", "[]", "NumberPool.poolId")]
    public void Comparison_BreakingChange_IsFound(string path, string? value, string subject)
    {
        var changed = JObject.Parse(File.ReadAllText(Path.Combine(Fixtures, "schema-0.1.0.json")));
        var token = changed.SelectToken(path, errorWhenNoMatch: true)!;
        if (value is not null)
            token.Replace(value[0] == '[' ? JArray.Parse(value) : value);
        else if (token.Parent is JProperty property)
            property.Remove();
        else
            token.Remove();

        Assert.Contains(SchemaComparison.Compare(Fixture("0.1.0"), PackageSchema.Parse(changed.ToString())), change => change.Subject == subject);
    }

    [Fact]
    public void Comparison_AddedInput_IsNotBreaking()
    {
        var changed = JObject.Parse(File.ReadAllText(Path.Combine(Fixtures, "schema-0.1.0.json")));
        changed["resources"]!["numbers:index:NumberPool"]!["inputProperties"]!["note"] = new JObject { ["type"] = "string" };

        Assert.Empty(SchemaComparison.Compare(Fixture("0.1.0"), PackageSchema.Parse(changed.ToString())));
    }

    private static PackageSchema Fixture(string version) => PackageSchema.Parse(File.ReadAllText(Path.Combine(Fixtures, $"schema-{version}.json")));

    /// <summary>The announcements above a version's own section.</summary>
    private static IReadOnlyList<string> Announcements(string changelog, string since)
    {
        var own = VersionHeading().Matches(changelog).SingleOrDefault(heading => heading.Groups["version"].Value == since)?.Index ?? changelog.Length;
        return [.. changelog[..own].Split('\n').Where(line => line.Contains("Breaking:", StringComparison.Ordinal))];
    }

    [GeneratedRegex(@"^## \[?(?<version>\d+\.\d+\.\d+)", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionHeading();
}
