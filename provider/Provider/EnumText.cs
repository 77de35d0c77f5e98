using System.Reflection;
using System.Runtime.Serialization;

namespace PulumiNumbers.Provider;

/// <summary>Enum values as programs and carriers write them.</summary>
internal static class EnumText
{
    /// <summary>The value's <see cref="EnumMemberAttribute"/>.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum
    {
        var name = Enum.GetName(value) ?? throw new ArgumentOutOfRangeException(nameof(value));
        return typeof(TEnum).GetField(name)!.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? name;
    }

    /// <summary>The value that a text stands for, in any case; null where it stands for none.</summary>
    public static TEnum? Parse<TEnum>(string? text)
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().Where(value => string.Equals(Of(value), text, StringComparison.OrdinalIgnoreCase)).Cast<TEnum?>().FirstOrDefault();
}
