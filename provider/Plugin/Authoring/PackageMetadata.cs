namespace PulumiNumbers.Plugin.Authoring;

/// <summary>What the schema says about the package as a whole.</summary>
public sealed record PackageMetadata
{
    /// <summary>The package's name, as in <c>pulumi-resource-NAME</c> and in every token.</summary>
    public required string Name { get; init; }

    /// <summary>The version, as SemVer without a leading <c>v</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The name for people.</summary>
    public required string DisplayName { get; init; }

    /// <summary>What the package is for, in Markdown.</summary>
    public required string Description { get; init; }

    /// <summary>Search words; <c>category/…</c> and <c>kind/native</c> are the registry's own.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Where the package's page is.</summary>
    public string? Homepage { get; init; }

    /// <summary>Where the source is.</summary>
    public string? Repository { get; init; }

    /// <summary>Where the package's logo is.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>The licence, as an SPDX expression.</summary>
    public string? License { get; init; }

    /// <summary>Who publishes the package.</summary>
    public string? Publisher { get; init; }

    /// <summary>Who is named as the author in the SDK.</summary>
    public string? Attribution { get; init; }

    /// <summary>Where plugin archives are downloaded from, if not from the engine's default place.</summary>
    public string? PluginDownloadUrl { get; init; }

    /// <summary>The C# root namespace of the SDK.</summary>
    public string CSharpRootNamespace { get; init; } = "Pulumi";

    /// <summary>The NuGet packages that the C# SDK references, with their versions.</summary>
    public IReadOnlyDictionary<string, string> CSharpPackageReferences { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The name of the SDK on npm.</summary>
    public string? NodePackageName { get; init; }

    /// <summary>The name of the SDK on PyPI.</summary>
    public string? PythonPackageName { get; init; }

    /// <summary>The import path of the Go SDK.</summary>
    public string? GoImportBasePath { get; init; }

    /// <summary>The package under which the Java SDK's stands.</summary>
    public string? JavaBasePackage { get; init; }

    /// <summary>What the schema says of a resource or function after its description, by token, in Markdown: examples and the id of imports.</summary>
    public Func<string, string?> Documentation { get; init; } = _ => null;
}
