using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PulumiNumbers.Plugin.Generators;

/// <summary>Reports a method of a resource that looks like an optional operation but is never called, for want of its interface.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionalOperationAnalyzer : DiagnosticAnalyzer
{
    private const string Authoring = "PulumiNumbers.Plugin.Authoring";

    private static readonly DiagnosticDescriptor MissingInterface = new(
        "PLUGIN002",
        "Optional operation without its interface",
        "{0}.{1} is never called: implement {2}",
        "Plugin",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    private static readonly ImmutableDictionary<string, string> Interfaces = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["CheckAsync"] = "ICustomCheck",
        ["Diff"] = "ICustomDiff",
        ["PreviewCreateAsync"] = "ICustomPreview",
        ["PreviewUpdateAsync"] = "ICustomPreview",
        ["ListAsync"] = "ICustomList",
        ["Declare"] = "IDeploymentParticipant",
        ["Observe"] = "IDeploymentParticipant",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [MissingInterface];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!IsResource(type))
            return;
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (method.DeclaredAccessibility is Accessibility.Public && Interfaces.TryGetValue(method.Name, out var contract)
                && !type.AllInterfaces.Any(implemented => implemented.Name == contract && implemented.ContainingNamespace.ToDisplayString() == Authoring))
            {
                context.ReportDiagnostic(Diagnostic.Create(MissingInterface, method.Locations[0], type.Name, method.Name, contract));
            }
        }
    }

    private static bool IsResource(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent is { Name: "Resource", IsGenericType: true } && parent.ContainingNamespace.ToDisplayString() == Authoring)
                return true;
        }
        return false;
    }
}
