using System.Security;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.SdkGenerator.CSharp;

/// <summary>The files of the SDK that are not C#.</summary>
internal static class ProjectFiles
{
    /// <summary>The project: like that of Pulumi's own generator, plus the choice between the published Pulumi package and its stand-in.</summary>
    public static string Project(PackageSchema package)
    {
        var links = new StringBuilder();
        Append(links, "PackageProjectUrl", package.Homepage);
        Append(links, "RepositoryUrl", package.Repository);
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <!-- Written by `make sdk` from schema.json; changes to this file are lost. -->
              <PropertyGroup>
                <TargetFrameworks>net8.0;net10.0</TargetFrameworks>
                <Version>{Escape(package.Version)}</Version>
                <IsPackable>true</IsPackable>
                <PackageId>{Escape(package.Namespace)}</PackageId>
                <Authors>{Escape(package.Publisher)}</Authors>
                <Description>{Escape(package.Description)}</Description>
                <PackageTags>{Escape(string.Join(';', package.Keywords.Select(keyword => keyword.Replace(' ', '-'))))}</PackageTags>
                <PackageLicenseExpression>{Escape(package.License)}</PackageLicenseExpression>
            {links}    <PackageReadmeFile>README.md</PackageReadmeFile>
                <PackageIcon>logo.png</PackageIcon>
                <PublishRepositoryUrl>true</PublishRepositoryUrl>
              </PropertyGroup>

              <ItemGroup>
                <EmbeddedResource Include="version.txt" LogicalName="{package.Namespace}.version.txt" />
                <None Include="version.txt" Pack="true" PackagePath="content" />
                <!-- In the package, this file tells Pulumi which plugin the program needs. -->
                <EmbeddedResource Include="pulumi-plugin.json" LogicalName="{package.Namespace}.pulumi-plugin.json" />
                <None Include="pulumi-plugin.json" Pack="true" PackagePath="content" />
                <None Include="README.md" Pack="true" PackagePath="/" />
                <None Include="../../docs/logo.png" Pack="true" PackagePath="/" />
              </ItemGroup>

              <ItemGroup Condition="'$(PulumiSdk)' == 'package'">
                <PackageReference Include="Pulumi" />
              </ItemGroup>
              <ItemGroup Condition="'$(PulumiSdk)' == 'local'">
                <ProjectReference Include="../local/Pulumi.csproj" />
              </ItemGroup>

              <!-- The stand-in is for this repository only: what is published always depends on the published Pulumi package. -->
              <Target Name="RefuseToPackTheStandIn" BeforeTargets="GenerateNuspec" Condition="'$(PulumiSdk)' != 'package'">
                <Error Text="{package.Namespace} is packed against the published Pulumi package only: dotnet pack -p:PulumiSdk=package" />
              </Target>
            </Project>

            """;
    }

    /// <summary>What tells Pulumi which plugin a program with this package needs.</summary>
    public static string Plugin(PackageSchema package)
    {
        var plugin = new JObject { ["resource"] = true, ["name"] = package.Name, ["version"] = package.Version };
        if (package.PluginDownloadUrl is { } url)
            plugin["server"] = url;
        return $"{plugin.ToString(Formatting.Indented).ReplaceLineEndings("\n")}\n";
    }

    public static string Readme(PackageSchema package)
    {
        var readme = new StringBuilder();
        readme.Append($"# {package.Namespace}\n\n{package.Description}\n\n```console\ndotnet add package {package.Namespace}\n```\n");
        if (MarkdownExamples.Longest(package)?.Programs.SingleOrDefault(program => program.Language == "csharp").Code is { } example)
            readme.Append($"\n```csharp\n{example}```\n");
        readme.Append("\n| resource | what it is |\n|---|---|\n");
        foreach (var resource in package.Resources)
            readme.Append($"| `{SchemaNames.ClassName(resource.Token)}` | {FirstSentence(resource.Description)} |\n");
        readme.Append("\n| function | what it answers |\n|---|---|\n");
        foreach (var function in package.Functions)
            readme.Append($"| `{SchemaNames.ClassName(function.Token)}` | {FirstSentence(function.Description)} |\n");
        readme.Append("\nEach function has `InvokeAsync` for plain arguments and `Invoke` for arguments that are outputs of resources.\n");
        readme.Append($"\nCredentials come from the stack's configuration (`pulumi config set --secret {package.Name}:KEY`), from the environment, or from a\n");
        readme.Append($"`{package.Namespace}.Provider` of the program's own; the properties of `{package.Namespace}.Config` describe each key.\n");
        return readme.ToString();
    }

    private static string FirstSentence(string description)
    {
        var paragraph = MarkdownBlock.Parse(description) is [var first, ..] ? first.Text : "";
        var end = paragraph.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? paragraph : paragraph[..end]).TrimEnd('.');
    }

    private static void Append(StringBuilder properties, string name, string? value)
    {
        if (value is not null)
            properties.Append($"    <{name}>{Escape(value)}</{name}>\n");
    }

    private static string? Escape(string? text) => SecurityElement.Escape(text);
}
