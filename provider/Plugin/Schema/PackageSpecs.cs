using Newtonsoft.Json.Linq;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Plugin.Schema;

/// <summary>Describes the package as a whole.</summary>
internal static class PackageSpecs
{
    /// <summary>The head of the schema. What the package does not say is left out.</summary>
    public static JObject Describe(PackageMetadata package)
    {
        var schema = new JObject
        {
            ["name"] = package.Name,
            ["displayName"] = package.DisplayName,
            ["version"] = package.Version,
            ["description"] = package.Description,
            ["keywords"] = new JArray(package.Keywords),
        };
        AddIfSet(schema, "homepage", package.Homepage);
        AddIfSet(schema, "license", package.License);
        AddIfSet(schema, "attribution", package.Attribution);
        AddIfSet(schema, "repository", package.Repository);
        AddIfSet(schema, "logoUrl", package.LogoUrl);
        AddIfSet(schema, "pluginDownloadURL", package.PluginDownloadUrl);
        AddIfSet(schema, "publisher", package.Publisher);
        schema["language"] = DescribeLanguages(package);
        return schema;
    }

    private static void AddIfSet(JObject schema, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            schema[name] = value;
    }

    private static JObject DescribeLanguages(PackageMetadata package) => new()
    {
        ["csharp"] = new JObject
        {
            ["namespaces"] = new JObject { [package.Name] = char.ToUpperInvariant(package.Name[0]) + package.Name[1..] },
            ["packageReferences"] = new JObject(package.CSharpPackageReferences
                .OrderBy(reference => reference.Key, StringComparer.Ordinal)
                .Select(reference => new JProperty(reference.Key, reference.Value))),
            ["respectSchemaVersion"] = true,
            ["rootNamespace"] = package.CSharpRootNamespace,
        },
        ["go"] = Language("importBasePath", package.GoImportBasePath, ("generateResourceContainerTypes", true)),
        ["java"] = Language("basePackage", package.JavaBasePackage, ("buildFiles", "gradle")),
        ["nodejs"] = Language("packageName", package.NodePackageName),
        ["python"] = Language("packageName", package.PythonPackageName, ("pyproject", new JObject { ["enabled"] = true })),
    };

    private static JObject Language(string nameKey, string? name, params IEnumerable<(string Key, JToken Value)> settings)
    {
        var language = new JObject { ["respectSchemaVersion"] = true };
        AddIfSet(language, nameKey, name);
        foreach (var (key, value) in settings)
            language[key] = value;
        return language;
    }
}
