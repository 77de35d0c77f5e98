using System.Reflection;
using Pulumi.Running;

namespace Pulumi;

/// <summary>A group of resources under one name.</summary>
public class ComponentResource : Resource
{
    /// <summary>Registers the component.</summary>
    /// <param name="type">Its type token.</param>
    /// <param name="name">Its name in the program.</param>
    /// <param name="options">How the engine treats it and its children.</param>
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : base(type, name, ResourceArgs.Empty, options ?? new ComponentResourceOptions())
    {
    }

    /// <summary>Says that all children are there and publishes the properties marked as outputs.</summary>
    protected void RegisterOutputs() => RegisterOutputs(DeclaredOutputs());

    /// <summary>Says that all children are there and publishes the given outputs.</summary>
    protected void RegisterOutputs(IDictionary<string, object?> outputs) => RegisterOutputs(Output.Create(outputs));

    /// <inheritdoc cref="RegisterOutputs(IDictionary{string, object})"/>
    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(Output.Create(outputs));

    /// <inheritdoc cref="RegisterOutputs(IDictionary{string, object})"/>
    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs) => ProgramRun.Required.RegisterOutputs(this, outputs);

    private protected IDictionary<string, object?> DeclaredOutputs() =>
        GetType().GetProperties()
            .Where(property => property.DeclaringType != typeof(Resource))
            .Select(property => (property, output: property.GetCustomAttribute<OutputAttribute>()))
            .Where(declared => declared.output is not null)
            .ToDictionary(
                declared => declared.output!.Name ?? declared.property.Name,
                declared => declared.property.GetValue(this),
                StringComparer.Ordinal);
}
