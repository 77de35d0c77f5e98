using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Turns what <see cref="PropertyReader"/> read into the types that the program declares.</summary>
internal static class ValueConverter
{
    private static readonly MethodInfo ToArrayOf = Own(nameof(ToArray));
    private static readonly MethodInfo ToDictionaryOf = Own(nameof(ToDictionary));

    /// <summary>Converts a value.</summary>
    /// <param name="path">Where it stands, for the error message.</param>
    /// <param name="value">What was read; nothing becomes the type's default.</param>
    /// <param name="type">The type that the program declares.</param>
    /// <exception cref="FormatException">The value does not fit the type.</exception>
    public static object? Convert(string path, object? value, Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return value is null ? null : Convert(path, value, underlying);

        if (Definition(type) == typeof(ImmutableArray<>))
            return ToArrayOf.MakeGenericMethod(type.GenericTypeArguments).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [path, value], null);

        if (value is null)
            return type.IsValueType ? Activator.CreateInstance(type) : null;

        if (Definition(type) == typeof(ImmutableDictionary<,>))
            return ToDictionaryOf.MakeGenericMethod(type.GenericTypeArguments[1]).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [path, value], null);

        return ConvertKnown(path, value, type);
    }

    private static object ConvertKnown(string path, object value, Type type)
    {
        if (type.IsInstanceOfType(value))
            return value;
        if (type == typeof(int) && value is double number && double.IsInteger(number))
            return checked((int)number);
        if (type.IsEnum && value is double ordinal)
            return Enum.ToObject(type, (long)ordinal);
        if (type.GetCustomAttribute<EnumTypeAttribute>() is not null && value is string or double)
            return EnumTypes.FromWire(type, value);
        if (type.GetCustomAttribute<OutputTypeAttribute>() is not null)
            return ToObject(path, Expect<ImmutableDictionary<string, object?>>(path, value), type);

        throw Mismatch(path, value, type);
    }

    private static object ToObject(string path, ImmutableDictionary<string, object?> values, Type type)
    {
        const BindingFlags Constructors = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var constructor = type.GetConstructors(Constructors).Single(candidate => candidate.GetCustomAttribute<OutputConstructorAttribute>() is not null);
        var arguments = constructor.GetParameters()
            .Select(parameter => Convert($"{path}.{parameter.Name}", values.GetValueOrDefault(parameter.Name!), parameter.ParameterType));
        return constructor.Invoke([.. arguments]);
    }

    /// <summary>Nothing becomes an empty array: its default has no elements that one could ask for.</summary>
    private static ImmutableArray<T> ToArray<T>(string path, object? value) => value is null
        ? []
        : [.. Expect<ImmutableArray<object?>>(path, value).Select((element, index) => (T)Convert($"{path}[{index}]", element, typeof(T))!)];

    private static ImmutableDictionary<string, T> ToDictionary<T>(string path, object value) =>
        Expect<ImmutableDictionary<string, object?>>(path, value)
            .ToImmutableDictionary(entry => entry.Key, entry => (T)Convert($"{path}.{entry.Key}", entry.Value, typeof(T))!, StringComparer.Ordinal);

    private static T Expect<T>(string path, object value) => value is T expected ? expected : throw Mismatch(path, value, typeof(T));

    /// <summary>Names the types only: the value may be a secret.</summary>
    private static FormatException Mismatch(string path, object value, Type type) =>
        new($"{path}: the provider answered a {value.GetType().Name} where the program expects a {type.Name}");

    private static Type? Definition(Type type) => type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : null;

    private static MethodInfo Own(string name) => typeof(ValueConverter).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}
