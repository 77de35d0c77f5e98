using System.Reflection;
using System.Runtime.Serialization;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>The carriers' own names of enum members, as <see cref="EnumMemberAttribute"/> gives them.</summary>
internal static class WireName<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> Names = Enum.GetValues<TEnum>().ToDictionary(
        value => value,
        value => typeof(TEnum).GetField(value.ToString())!.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? value.ToString());

    /// <summary>The name of a member.</summary>
    public static string Of(TEnum value) => Names[value];

    /// <summary>The member of that name, whatever its case; null where there is none.</summary>
    public static TEnum? Find(string? name)
    {
        foreach (var (value, known) in Names)
        {
            if (string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }
}
