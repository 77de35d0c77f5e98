using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The outputs of one resource that wait for the engine's answer, by their names on the wire.</summary>
internal sealed class PendingOutputs
{
    private readonly ImmutableDictionary<string, IPendingOutput> _byName;

    private PendingOutputs(ImmutableDictionary<string, IPendingOutput> byName) => _byName = byName;

    public IEnumerable<KeyValuePair<string, IPendingOutput>> Properties =>
        _byName.Where(output => output.Key is not (Wire.Urn or Wire.Id));

    /// <summary>Gives the resource an output for every property marked as one; a component's own properties are the program's to assign.</summary>
    public static PendingOutputs Fill(Resource resource)
    {
        var byName = ImmutableDictionary.CreateBuilder<string, IPendingOutput>(StringComparer.Ordinal);
        foreach (var property in resource.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is not { } output || IsComponentsOwn(resource, property))
                continue;

            var pending = Pend(resource, property);
            SetterOf(property).Invoke(resource, [pending.Output]);
            byName[output.Name ?? property.Name] = pending;
        }

        return new PendingOutputs(byName.ToImmutable());
    }

    public void ResolveUrn(string urn) => _byName[Wire.Urn].Resolve(OutputData.Known<object?>(urn));

    /// <summary>An empty id is one that is not known yet.</summary>
    public void ResolveId(string id)
    {
        if (_byName.TryGetValue(Wire.Id, out var pending))
            pending.Resolve(id.Length == 0 ? OutputData.Unknown<object?>() : OutputData.Known<object?>(id));
    }

    /// <summary>Resolves whatever has no value by now to the type's default.</summary>
    public void ResolveRest(bool isKnown)
    {
        var rest = isKnown ? OutputData.Known<object?>(null) : OutputData.Unknown<object?>();
        foreach (var pending in _byName.Values)
            pending.Resolve(rest);
    }

    /// <summary>Lets whatever waits for a value that has not come see why.</summary>
    public void Fail(Exception reason)
    {
        foreach (var pending in _byName.Values)
            pending.Fail(reason);
    }

    private static bool IsComponentsOwn(Resource resource, PropertyInfo property) =>
        resource is ComponentResource && property.DeclaringType != typeof(Resource);

    private static IPendingOutput Pend(Resource resource, PropertyInfo property)
    {
        var type = property.PropertyType;
        if (!type.IsConstructedGenericType || type.GetGenericTypeDefinition() != typeof(Output<>))
            throw new RunException($"{resource.GetType().Name}.{property.Name} is marked as an output and must be an Output<T>.");

        var pendingType = typeof(PendingOutput<>).MakeGenericType(type.GenericTypeArguments);
        return (IPendingOutput)Activator.CreateInstance(pendingType, resource)!;
    }

    private static MethodInfo SetterOf(PropertyInfo property) =>
        property.DeclaringType!.GetProperty(property.Name)!.GetSetMethod(nonPublic: true)
        ?? throw new RunException($"{property.DeclaringType.Name}.{property.Name} is marked as an output and needs a setter, which may be private.");
}
