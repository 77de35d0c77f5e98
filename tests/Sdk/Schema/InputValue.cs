using System.Reflection;
using Pulumi;
using Pulumi.Utilities;

namespace PulumiNumbers.Tests.Sdk.Schema;

/// <summary>What stands in an input, whatever its type.</summary>
internal static class InputValue
{
    private static readonly MethodInfo ReadOf = typeof(InputValue).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The value on the wire, and whether it is a secret; nothing where nothing was given.</summary>
    public static Task<(object? Value, bool IsSecret)> OfAsync(object? input) => input is null
        ? Task.FromResult<(object?, bool)>((null, false))
        : (Task<(object?, bool)>)ReadOf.MakeGenericMethod(ValueType(input.GetType())).Invoke(null, [input])!;

    private static Type ValueType(Type type) =>
        type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(Input<>) ? type.GenericTypeArguments[0] : ValueType(type.BaseType!);

    private static async Task<(object? Value, bool IsSecret)> ReadAsync<T>(Input<T> input)
    {
        var output = input.ToOutput();
        object? value = await OutputUtilities.GetValueAsync(output);
        var isEnum = typeof(T).GetCustomAttribute<EnumTypeAttribute>() is not null;
        return (isEnum ? value?.ToString() : value, await Output.IsSecretAsync(output));
    }
}
