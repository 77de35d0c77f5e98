using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Classes made from what a provider answers, <see cref="OutputTypeAttribute"/>, where a program passes them on.</summary>
internal static class OutputTypes
{
    public static bool IsOne(object value) => value.GetType().GetCustomAttribute<OutputTypeAttribute>() is not null;

    /// <summary>Their readonly fields, by the names on the wire.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Fields(object value) => value.GetType()
        .GetFields(BindingFlags.Instance | BindingFlags.Public)
        .Where(field => field.IsInitOnly)
        .Select(field => KeyValuePair.Create(char.ToLowerInvariant(field.Name[0]) + field.Name[1..], field.GetValue(value)));
}
