using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A set of inputs: every property or field with an <see cref="InputAttribute"/>.</summary>
public abstract class InputArgs
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private protected InputArgs()
    {
    }

    /// <summary>The inputs by their names on the wire; what was not given is null.</summary>
    /// <exception cref="InvalidInputException">A required input was not given.</exception>
    internal virtual IReadOnlyDictionary<string, object?> ToInputs()
    {
        var inputs = ImmutableSortedDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
        foreach (var member in GetType().GetMembers(Members))
        {
            if (member.GetCustomAttribute<InputAttribute>() is { } input)
                inputs[input.Name] = Take(input, Read(member));
        }

        return inputs.ToImmutable();
    }

    private object? Read(MemberInfo member) => member switch
    {
        FieldInfo field => field.GetValue(this),
        PropertyInfo property => property.GetValue(this),
        _ => throw new InvalidOperationException($"{member.Name} is neither a field nor a property."),
    };

    private static object? Take(InputAttribute input, object? value)
    {
        if (value is null && input.IsRequired)
            throw new InvalidInputException($"the input '{input.Name}' is required but was not given");

        return input.Json && value is not null ? JsonText.Of(input.Name, value) : value;
    }
}
