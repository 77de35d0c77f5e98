using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Structs that stand for enums: <see cref="EnumTypeAttribute"/>.</summary>
internal static class EnumTypes
{
    /// <summary>The string or double behind an enum value.</summary>
    public static object ToWire(object value)
    {
        var type = value.GetType();
        var conversion = type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type])
            ?? throw new InvalidInputException($"{type.Name} has no explicit conversion to its value");
        return conversion.Invoke(null, [value]) ?? throw new InvalidInputException($"a value of {type.Name} was made without a value");
    }

    /// <summary>The enum value that stands for a string or double.</summary>
    public static object FromWire(Type type, object value)
    {
        const BindingFlags Constructors = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var constructor = type.GetConstructor(Constructors, [value.GetType()])
            ?? throw new FormatException($"{type.Name} is not made from a {value.GetType().Name}");
        return constructor.Invoke([value]);
    }
}
