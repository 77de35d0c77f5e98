using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Plugin.Model;

/// <summary>
/// Describes the records and enumerations of an assembly's resources, functions and configuration. The generator in
/// <c>PulumiNumbers.Plugin.Generators</c> derives one, <c>GeneratedTypes</c>, for each assembly that has any.
/// </summary>
public abstract class TypeSource
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Type, Func<TypeDescriptor>> _factories = [];
    private readonly Dictionary<Type, TypeDescriptor> _shapes = [];

    /// <summary>A string.</summary>
    protected static PropertyType Text => new(new StringDescriptor());

    /// <summary>True or false.</summary>
    protected static PropertyType Boolean => new(new BooleanDescriptor());

    /// <summary>The record of a type.</summary>
    /// <exception cref="NotSupportedException">No record of this type was registered.</exception>
    internal RecordDescriptor Record(Type type) => Find(type) as RecordDescriptor
        ?? throw new NotSupportedException($"{type.Name} is not a record of this provider: add the assembly's GeneratedTypes to the definition.");

    /// <summary>A number of this C# type.</summary>
    protected static PropertyType Number<T>()
        where T : struct => new(new NumberDescriptor(typeof(T)));

    /// <summary>A value type that is a string on the wire.</summary>
    protected static PropertyType Parsable<T>()
        where T : struct, IParsable<T> => new(new ParsableDescriptor<T>());

    /// <summary>A list.</summary>
    protected static PropertyType List<T>(PropertyType element) => new(new ListDescriptor<T>(element.Shape));

    /// <summary>A set.</summary>
    protected static PropertyType Set<T>(PropertyType element) => new(new SetDescriptor<T>(element.Shape));

    /// <summary>Values by a name that the user chooses.</summary>
    protected static PropertyType Map<T>(PropertyType element) => new(new MapDescriptor<T>(element.Shape));

    /// <summary>A registered record or enumeration.</summary>
    protected PropertyType Of<T>() => new(Find(typeof(T)));

    /// <summary>Registers a record.</summary>
    /// <param name="description">What it is, in Markdown; null for nothing.</param>
    /// <param name="create">Makes one without setting anything.</param>
    /// <param name="properties">Its properties: those of its base first, each group as declared.</param>
    protected void AddRecord<T>(string? description, Func<object> create, Func<IReadOnlyList<PropertyDescriptor>> properties)
        where T : class => _factories.Add(typeof(T), () => new RecordDescriptor(typeof(T).Name, description, create, properties()));

    /// <summary>Registers an enumeration.</summary>
    /// <param name="description">What it is, in Markdown; null for nothing.</param>
    /// <param name="members">Its members as declared.</param>
    protected void AddEnum<T>(string? description, IReadOnlyList<EnumMember> members)
        where T : struct, Enum => _factories.Add(typeof(T), () => new EnumDescriptor(typeof(T).Name, description, members));

    private TypeDescriptor Find(Type type)
    {
        lock (_lock)
        {
            if (_shapes.TryGetValue(type, out var shape))
                return shape;
            if (!_factories.TryGetValue(type, out var create))
                throw new NotSupportedException($"{type.Name} is not a type of this provider: add the assembly's GeneratedTypes to the definition.");
            shape = create();
            _shapes.Add(type, shape);
            return shape;
        }
    }
}

/// <summary>The type of a property, for generated code to pass on.</summary>
public readonly record struct PropertyType
{
    internal PropertyType(TypeDescriptor shape) => Shape = shape;

    internal TypeDescriptor Shape { get; }
}

/// <summary>A member of an enumeration.</summary>
/// <param name="Value">The C# value.</param>
/// <param name="Name">The C# name.</param>
/// <param name="WireName">The name on the wire.</param>
/// <param name="Description">What it means, in Markdown; null for nothing.</param>
public sealed record EnumMember(object Value, string Name, string WireName, string? Description);
