using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.SdkGenerator.CSharp;

/// <summary>Writes what all classes of the SDK share.</summary>
internal sealed class UtilitiesSource(PackageSchema package)
{
    private readonly CodeWriter _code = new();

    public string Write()
    {
        DocumentationComment.Summary(_code, "What the classes of the package share.");
        _code.Line("internal static class Utilities");
        _code.Block(() =>
        {
            DocumentationComment.Summary(_code, "The package's version, which is also that of the plugin it needs.");
            _code.Line("public static string Version { get; } = ReadVersion();");
            _code.Line();
            Environment();
            Secrets();
            Options("InvokeOptions");
            _code.Line();
            Options("InvokeOutputOptions");
            _code.Line();
            VersionReader();
        });
        _code.Line();
        ResourceTypeAttribute();
        return _code.ToFile(package.Namespace, "System", "System.Globalization", "System.IO");
    }

    private IEnumerable<SchemaProperty> Settings => package.Config.Concat(package.Provider.Inputs)
        .Concat(package.Resources.SelectMany(resource => resource.Inputs))
        .Where(property => property.Environment.Count > 0);

    /// <summary>Only the readers that some default needs.</summary>
    private void Environment()
    {
        DocumentationComment.Summary(_code, "The first of the environment variables that is set and not empty.");
        _code.Line("public static string? GetEnv(params string[] names)");
        _code.Block(() =>
        {
            _code.Line("foreach (var name in names)");
            _code.Block(() =>
            {
                _code.Line("var value = Environment.GetEnvironmentVariable(name);");
                _code.Line("if (!string.IsNullOrEmpty(value))");
                _code.Indented(() => _code.Line("return value;"));
            });
            _code.Line();
            _code.Line("return null;");
        });
        _code.Line();
        Reader(PrimitiveKind.Boolean, "bool", "GetEnvBoolean", "bool.TryParse(GetEnv(names), out var value)");
        Reader(PrimitiveKind.Integer, "int", "GetEnvInt32", "int.TryParse(GetEnv(names), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)");
        Reader(PrimitiveKind.Number, "double", "GetEnvDouble", "double.TryParse(GetEnv(names), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)");
    }

    private void Reader(PrimitiveKind kind, string type, string name, string parse)
    {
        if (!Settings.Any(property => property.Type is SchemaType.Primitive primitive && primitive.Kind == kind))
            return;

        DocumentationComment.Summary(_code, $"The environment variable as a <c>{type}</c>; null where it is not set or is none.");
        _code.Line($"public static {type}? {name}(params string[] names) => {parse} ? value : null;");
        _code.Line();
    }

    private void Secrets()
    {
        DocumentationComment.Summary(_code, "The input as a secret, whatever the caller passed.");
        _code.Line("public static Input<string>? AsSecret(Input<string>? value)");
        _code.Block(() =>
        {
            _code.Line("if (value is null)");
            _code.Indented(() => _code.Line("return null;"));
            _code.Line();
            _code.Line("return Output.CreateSecret(value.ToOutput());");
        });
        _code.Line();
    }

    private void Options(string type)
    {
        DocumentationComment.Summary(_code, "The options with the package's version and download URL where they name none.");
        _code.Line($"public static global::Pulumi.{type} WithDefaults(this global::Pulumi.{type}? options)");
        _code.Block(() =>
        {
            _code.Line($"var complete = options ?? new global::Pulumi.{type}();");
            _code.Line("complete.Version ??= Version;");
            if (package.PluginDownloadUrl is { } url)
                _code.Line($"complete.PluginDownloadURL ??= {CSharpTypes.Quote(url)};");
            _code.Line("return complete;");
        });
    }

    private void VersionReader()
    {
        _code.Line("private static string ReadVersion()");
        _code.Block(() =>
        {
            _code.Line($"using var stream = typeof(Utilities).Assembly.GetManifestResourceStream(\"{package.Namespace}.version.txt\")");
            _code.Indented(() => _code.Line("?? throw new NotSupportedException(\"The assembly has no embedded version.txt.\");"));
            _code.Line("using var reader = new StreamReader(stream);");
            _code.Line("return reader.ReadToEnd().Trim();");
        });
    }

    private void ResourceTypeAttribute()
    {
        var name = $"{SchemaNames.Pascal(package.Name)}ResourceTypeAttribute";
        DocumentationComment.Summary(_code, "Ties a resource class to its type token and to the package's version.");
        _code.Line("[AttributeUsage(AttributeTargets.Class)]");
        _code.Line($"internal sealed class {name} : global::Pulumi.ResourceTypeAttribute");
        _code.Block(() =>
        {
            _code.Line($"public {name}(string type)");
            _code.Indented(() => _code.Line(": base(type, Utilities.Version)"));
            _code.Block(() => { });
        });
    }
}
