using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Engine;
using PulumiNumbers.Plugin.Model;
using PulumiNumbers.Plugin.Schema;

namespace PulumiNumbers.Plugin.Serving;

/// <summary>
/// Finds what a token means. Types are looked into when they are first asked for, so that a plugin answers its first call soon.
/// </summary>
internal sealed class ProviderRegistry
{
    private readonly Lock _binding = new();
    private readonly BindingContext _context;
    private readonly Dictionary<string, Lazy<ResourceBinding>> _resources;
    private readonly Dictionary<string, Lazy<FunctionBinding>> _functions;
    private readonly Lazy<ConfigurationBinding> _configuration;
    private readonly Lazy<string> _schema;

    /// <summary>Takes a provider's parts by token.</summary>
    public ProviderRegistry(ProviderDefinition definition, Func<string, string?> environment, TimeProvider timeProvider)
    {
        Definition = definition;
        _context = new BindingContext(new ShapeCatalog(), environment, timeProvider);
        _resources = definition.Resources.ToDictionary(
            resource => ResourceBinding.TypeOf(resource).Token, resource => Later(() => resource.Bind(_context)), StringComparer.Ordinal);
        _functions = definition.Functions.ToDictionary(
            function => FunctionBinding.TypeOf(function).Token, function => Later(() => function.Bind(_context)), StringComparer.Ordinal);
        _configuration = Later(() => definition.Configuration.Bind(_context));
        _schema = new Lazy<string>(() => SchemaBuilder.Build(definition));
    }

    /// <summary>The provider.</summary>
    public ProviderDefinition Definition { get; }

    /// <summary>The configuration.</summary>
    public ConfigurationBinding Configuration => _configuration.Value;

    /// <summary>The schema as JSON.</summary>
    public string Schema => _schema.Value;

    /// <summary>The resource type of a token.</summary>
    /// <exception cref="ResourceException">There is none.</exception>
    public ResourceBinding Resource(string token) => _resources.TryGetValue(token, out var resource)
        ? resource.Value
        : throw Missing("resource type", token, _resources.Keys);

    /// <summary>The function of a token.</summary>
    /// <exception cref="ResourceException">There is none.</exception>
    public FunctionBinding Function(string token) => _functions.TryGetValue(token, out var function)
        ? function.Value
        : throw Missing("function", token, _functions.Keys);

    private ResourceException Missing(string kind, string token, IReadOnlyCollection<string> known)
    {
        var nearest = Suggestion.Nearest(token, known);
        var hint = nearest is null ? $"It has {string.Join(", ", known.Order(StringComparer.Ordinal))}." : $"Did you mean '{nearest}'?";
        var name = token.Length <= 200 ? token : token[..200] + "…";
        return new ResourceException(
            FailureKind.InvalidArgument, $"The provider '{Definition.Package.Name}' has no {kind} '{name}'. {hint}");
    }

    private Lazy<T> Later<T>(Func<T> make) => new(() =>
    {
        lock (_binding)
            return make();
    });
}
