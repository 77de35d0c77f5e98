using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.SdkGenerator.CSharp;

/// <summary>Writes the class that reads, and lets a program set, the configuration of the default provider.</summary>
internal static class ConfigSource
{
    public static string Write(PackageSchema package)
    {
        var code = new CodeWriter();
        DocumentationComment.Summary(code, $"The stack's configuration of the default provider: the keys <c>{package.Name}:…</c>, then the environment, then the defaults.");
        code.Line("public static class Config");
        code.Block(() =>
        {
            code.Line($"private static readonly global::Pulumi.Config Values = new global::Pulumi.Config({CSharpTypes.Quote(package.Name)});");
            foreach (var variable in package.Config)
            {
                code.Line();
                Variable(code, package, variable);
            }

            code.Line();
            Setting(code);
        });
        return code.ToFile(package.Namespace, "System", "System.Collections.Immutable");
    }

    private static void Variable(CodeWriter code, PackageSchema package, SchemaProperty variable)
    {
        var type = CSharpTypes.Config(variable.Type);
        var read = $"Values.{Getter(variable.Type)}({CSharpTypes.Quote(variable.Name)})";
        var hasDefault = variable.Default is not null || variable.Environment.Count > 0;
        var value = hasDefault ? $"{read} ?? {DefaultValue.Expression(package, variable)}" : read;
        code.Line($"private static readonly Setting<{type}> _{variable.Name} = new Setting<{type}>(() => {value});");
        code.Line();
        DocumentationComment.Write(code, variable.Description);
        code.Line($"public static {type} {SchemaNames.Pascal(variable.Name)}");
        code.Block(() =>
        {
            code.Line($"get => _{variable.Name}.Value;");
            code.Line($"set => _{variable.Name}.Value = value;");
        });
    }

    private static string Getter(SchemaType type) => type switch
    {
        SchemaType.Primitive { Kind: PrimitiveKind.Text } => "Get",
        SchemaType.Primitive { Kind: PrimitiveKind.Boolean } => "GetBoolean",
        SchemaType.Primitive { Kind: PrimitiveKind.Integer } => "GetInt32",
        SchemaType.Primitive => "GetDouble",
        _ => $"GetObject<{CSharpTypes.Config(type).TrimEnd('?')}>",
    };

    private static void Setting(CodeWriter code)
    {
        code.Line("// What a program sets counts more than what the stack's configuration says.");
        code.Line("private sealed class Setting<T>");
        code.Block(() =>
        {
            code.Line("private readonly Func<T> _configured;");
            code.Line("private T _value = default!;");
            code.Line("private bool _isSet;");
            code.Line();
            code.Line("public Setting(Func<T> configured) => _configured = configured;");
            code.Line();
            code.Line("public T Value");
            code.Block(() =>
            {
                code.Line("get => _isSet ? _value : _configured();");
                code.Line("set");
                code.Block(() =>
                {
                    code.Line("_value = value;");
                    code.Line("_isSet = true;");
                });
            });
        });
    }
}
