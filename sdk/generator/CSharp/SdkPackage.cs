using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.SdkGenerator.CSharp;

/// <summary>The C# SDK of a package: every file of its folder, by path.</summary>
internal static class SdkPackage
{
    public static GeneratedFolder Generate(PackageSchema package)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["Provider.cs"] = new ResourceSource(package, package.Provider).Write(),
            ["Enums.cs"] = EnumSource.Write(package),
            ["Config/Config.cs"] = ConfigSource.Write(package),
            ["Utilities.cs"] = new UtilitiesSource(package).Write(),
            ["README.md"] = ProjectFiles.Readme(package),
            [$"{package.Namespace}.csproj"] = ProjectFiles.Project(package),
            ["pulumi-plugin.json"] = ProjectFiles.Plugin(package),
            ["version.txt"] = $"{package.Version}\n",
        };
        foreach (var resource in package.Resources)
            files[$"{SchemaNames.ClassName(resource.Token)}.cs"] = new ResourceSource(package, resource).Write();
        foreach (var function in package.Functions)
            files[$"{SchemaNames.ClassName(function.Token)}.cs"] = new FunctionSource(package, function).Write();
        AddObjects(files, package);
        return new GeneratedFolder(files);
    }

    private static void AddObjects(SortedDictionary<string, string> files, PackageSchema package)
    {
        var inputs = Referenced(package, package.Provider.Inputs.Concat(package.Resources.SelectMany(resource => resource.Inputs)));
        var arguments = Referenced(package, package.Functions.SelectMany(function => function.Inputs));
        var outputs = Referenced(package, package.Resources.SelectMany(resource => resource.Properties).Concat(package.Functions.SelectMany(function => function.Outputs)));
        if (arguments.Count > 0)
            throw new SchemaException("Objects as arguments of functions are not supported.");

        foreach (var type in package.Objects)
        {
            var name = SchemaNames.ClassName(type.Token);
            if (inputs.Contains(type.Token))
                files[$"Inputs/{name}Args.cs"] = Input(package, type, name);
            if (outputs.Contains(type.Token))
                files[$"Outputs/{name}.cs"] = Output(package, type, name);
        }
    }

    private static string Input(PackageSchema package, SchemaObject type, string name)
    {
        var code = new CodeWriter();
        new ArgumentsSource(package, code).Write($"{name}Args", "ResourceArgs", type.Description, type.Properties);
        return code.ToFile($"{package.Namespace}.Inputs", "System", "System.Collections.Immutable");
    }

    private static string Output(PackageSchema package, SchemaObject type, string name)
    {
        var code = new CodeWriter();
        new ObjectSource(code).Write(name, type.Description.Length == 0 ? $"One {name} in a result." : null, type.Properties, type.Description);
        return code.ToFile($"{package.Namespace}.Outputs", "System.Collections.Immutable");
    }

    /// <summary>The objects that properties refer to, directly or through other objects.</summary>
    private static HashSet<string> Referenced(PackageSchema package, IEnumerable<SchemaProperty> properties)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<SchemaType>(properties.Select(property => property.Type));
        while (open.TryDequeue(out var type))
        {
            switch (type)
            {
                case SchemaType.List list:
                    open.Enqueue(list.Element);
                    break;
                case SchemaType.Map map:
                    open.Enqueue(map.Element);
                    break;
                case SchemaType.ObjectReference reference when tokens.Add(reference.Token):
                    foreach (var property in package.Objects.Single(candidate => candidate.Token == reference.Token).Properties)
                        open.Enqueue(property.Type);
                    break;
            }
        }

        return tokens;
    }
}
