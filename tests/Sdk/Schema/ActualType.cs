using System.Reflection;

namespace PulumiNumbers.Tests.Sdk.Schema;

/// <summary>The types that the SDK declares, spelled as in C#.</summary>
internal static class ActualType
{
    public static string Of(PropertyInfo property) => Spell(new NullabilityInfoContext().Create(property));

    public static string Of(FieldInfo field) => Spell(new NullabilityInfoContext().Create(field));

    public static string Of(ParameterInfo parameter) => Spell(new NullabilityInfoContext().Create(parameter));

    /// <summary>The value inside an <c>Output&lt;T&gt;</c>.</summary>
    public static string InOutput(PropertyInfo property) => Spell(new NullabilityInfoContext().Create(property).GenericTypeArguments[0]);

    private static string Spell(NullabilityInfo info)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        var arguments = info.GenericTypeArguments.Length == 0 || type != info.Type
            ? ""
            : $"<{string.Join(", ", info.GenericTypeArguments.Select(Spell))}>";
        var nullable = info.Type.IsValueType ? type != info.Type : info.ReadState == NullabilityState.Nullable;
        return Keyword(type) + arguments + (nullable ? "?" : "");
    }

    private static string Keyword(Type type) => type switch
    {
        _ when type == typeof(string) => "string",
        _ when type == typeof(bool) => "bool",
        _ when type == typeof(int) => "int",
        _ when type == typeof(double) => "double",
        _ => type.Name.Split('`')[0],
    };
}
