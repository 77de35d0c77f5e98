using System.Reflection;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Plugin.Model;

/// <summary>Finds the shapes of C# types, each once. Not for use by several threads at a time.</summary>
internal sealed class ShapeCatalog
{
    private readonly Dictionary<Type, Shape> _shapes = new()
    {
        [typeof(string)] = new StringShape(),
        [typeof(bool)] = new BoolShape(),
        [typeof(int)] = new NumberShape(typeof(int)),
        [typeof(long)] = new NumberShape(typeof(long)),
        [typeof(double)] = new NumberShape(typeof(double)),
        [typeof(decimal)] = new NumberShape(typeof(decimal)),
    };

    /// <summary>The shape of a record.</summary>
    /// <exception cref="NotSupportedException">The type, or one in it, has no shape.</exception>
    public RecordShape Record(Type type) =>
        Of(type) as RecordShape ?? throw new NotSupportedException($"{type.Name} is no record with properties that carry [Property].");

    private Shape Of(Type type)
    {
        if (!_shapes.TryGetValue(type, out var shape))
            _shapes.Add(type, shape = Make(type));
        return shape;
    }

    private Shape Make(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying);
        if (type.IsEnum)
            return new EnumShape(type);
        if (type.IsValueType && Array.Exists(type.GetInterfaces(), IsParsable))
            return Generic(typeof(ParsableShape<>), type);
        if (type.IsGenericType)
            return MakeCollection(type, type.GetGenericTypeDefinition(), type.GetGenericArguments());
        return type.GetConstructor(Type.EmptyTypes) is not null && type.IsClass
            ? new RecordShape(type, MakeProperties(type))
            : throw new NotSupportedException($"Properties of {type} are not supported: records need a constructor without parameters.");
    }

    private Shape MakeCollection(Type type, Type definition, Type[] arguments)
    {
        if (definition == typeof(IReadOnlyList<>))
            return Generic(typeof(ListShape<>), arguments[0], Of(arguments[0]));
        if (definition == typeof(IReadOnlySet<>))
            return Generic(typeof(SetShape<>), arguments[0], Of(arguments[0]));
        if (definition == typeof(IReadOnlyDictionary<,>) && arguments[0] == typeof(string))
            return Generic(typeof(MapShape<>), arguments[1], Of(arguments[1]));
        throw new NotSupportedException(
            $"Properties of {type} are not supported: use IReadOnlyList, IReadOnlySet or IReadOnlyDictionary by string.");
    }

    /// <summary>A property that a derived record declares anew stands in the place of its base's.</summary>
    private List<PropertyShape> MakeProperties(Type type)
    {
        var properties = new List<PropertyShape>();
        foreach (var property in Hierarchy(type).SelectMany(Declared).Select(MakeProperty))
        {
            var inherited = properties.FindIndex(other => string.Equals(other.Name, property.Name, StringComparison.Ordinal));
            if (inherited < 0)
                properties.Add(property);
            else
                properties[inherited] = property;
        }
        return properties;
    }

    private PropertyShape MakeProperty((PropertyInfo Property, PropertyAttribute Attribute) declared) =>
        new(declared.Property, declared.Attribute, Of(declared.Property.PropertyType));

    private static Shape Generic(Type definition, Type argument, params object[] arguments) =>
        (Shape)Activator.CreateInstance(definition.MakeGenericType(argument), arguments)!;

    private static bool IsParsable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IParsable<>);

    private static IEnumerable<Type> Hierarchy(Type type) =>
        type.BaseType is { } parent && parent != typeof(object) ? Hierarchy(parent).Append(type) : [type];

    private static IEnumerable<(PropertyInfo Property, PropertyAttribute Attribute)> Declared(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .OrderBy(property => property.MetadataToken)
        .Select(property => (Property: property, Attribute: property.GetCustomAttribute<PropertyAttribute>()))
        .Where(declared => declared.Attribute is not null)
        .Select(declared => (declared.Property, declared.Attribute!));
}
