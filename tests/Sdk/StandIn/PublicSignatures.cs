using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PulumiNumbers.Tests.Sdk.StandIn;

/// <summary>What an assembly offers to programs, one line a type or member: names, types, nullability and default values.</summary>
internal static class PublicSignatures
{
    private static readonly SymbolDisplayFormat Format = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.OmittedAsContaining,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeAccessibility,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        parameterOptions: SymbolDisplayParameterOptions.IncludeExtensionThis | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <param name="assembly">The assembly's file.</param>
    /// <param name="references">The files of the assemblies that it refers to.</param>
    public static IReadOnlyList<string> Of(string assembly, IEnumerable<string> references)
    {
        var subject = MetadataReference.CreateFromFile(assembly);
        var compilation = CSharpCompilation.Create("signatures", references: [subject, .. references.Select(file => MetadataReference.CreateFromFile(file))]);
        var symbol = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(subject)!;
        return [.. TypesOf(symbol.GlobalNamespace).SelectMany(Describe).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container) => container.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? IsVisible(type) ? [type, .. TypesOf(type)] : [] : TypesOf(member));

    private static IEnumerable<string> Describe(INamedTypeSymbol type)
    {
        var bases = type.BaseType is { SpecialType: SpecialType.None } parent ? $" : {parent.ToDisplayString(Format)}" : "";
        var modifier = type switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true, TypeKind: TypeKind.Class } => "abstract ",
            { IsSealed: true, TypeKind: TypeKind.Class } => "sealed ",
            _ => "",
        };
        yield return $"{modifier}{type.ToDisplayString(Format)}{bases}";
        foreach (var member in type.GetMembers().Where(member => member is not INamedTypeSymbol && IsVisible(member) && !IsAccessor(member)))
            yield return Describe(member);
    }

    /// <summary>An override is what its base declares already; what is left is whether the member can be overridden further.</summary>
    private static string Describe(ISymbol member) => member.ToDisplayString(Format);

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static bool IsAccessor(ISymbol member) => member is IMethodSymbol { AssociatedSymbol: not null };
}
