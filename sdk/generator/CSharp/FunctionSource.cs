using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.SdkGenerator.CSharp;

/// <summary>Writes the class that calls a function, the two classes of its inputs and that of its result.</summary>
internal sealed class FunctionSource(PackageSchema package, SchemaFunction function)
{
    private readonly CodeWriter _code = new();

    private string Name => SchemaNames.ClassName(function.Token);

    private bool HasInputs => function.Inputs.Count > 0;

    public string Write()
    {
        DocumentationComment.Write(_code, function.Description);
        _code.Line($"public static class {Name}");
        _code.Block(() =>
        {
            var optional = function.Inputs.All(input => !input.Required);
            var (mark, @default) = optional ? ("?", " = null") : ("", "");
            Call($"Task<{Name}Result> InvokeAsync", "InvokeAsync", "Args", mark, @default, "InvokeOptions? options = null", "Calls the function at once.");
            _code.Line();
            Call($"Output<{Name}Result> Invoke", "Invoke", "InvokeArgs", mark, @default, "InvokeOptions? options = null", "Calls the function when its arguments are known.");
            _code.Line();
            Call($"Output<{Name}Result> Invoke", "Invoke", "InvokeArgs", "", "", "InvokeOutputOptions options", "Calls the function when its arguments are known and what it depends on exists.");
        });
        if (HasInputs)
        {
            var arguments = new ArgumentsSource(package, _code);
            _code.Line();
            arguments.WritePlain($"{Name}Args", $"The arguments of <see cref=\"{Name}\"/> as plain values.", function.Inputs);
            _code.Line();
            arguments.Write($"{Name}InvokeArgs", "InvokeArgs", $"The arguments of <see cref=\"{Name}\"/>, which may be outputs of resources.", function.Inputs);
        }

        _code.Line();
        new ObjectSource(_code).Write($"{Name}Result", $"The result of <see cref=\"{Name}\"/>.", function.Outputs);
        return _code.ToFile(package.Namespace, "System", "System.Collections.Generic", "System.Collections.Immutable", "System.Threading.Tasks");
    }

    private void Call(string declaration, string method, string argumentsSuffix, string mark, string @default, string options, string summary)
    {
        var parameter = HasInputs ? $"{Name}{argumentsSuffix}{mark} args{@default}, " : "";
        var argument = HasInputs ? $"args ?? new {Name}{argumentsSuffix}()" : "InvokeArgs.Empty";
        DocumentationComment.Summary(_code, summary);
        if (HasInputs)
            DocumentationComment.Parameter(_code, "args", "Its arguments.");
        DocumentationComment.Parameter(_code, "options", "How it is called.");
        _code.Line($"public static {declaration}({parameter}{options})");
        _code.Indented(() => _code.Line(
            $"=> global::Pulumi.Deployment.Instance.{method}<{Name}Result>({CSharpTypes.Quote(function.Token)}, {argument}, options.WithDefaults());"));
    }
}
