using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Plugin.Model;

/// <summary>One property of a record, with all that its attributes say. Generated code makes them.</summary>
public sealed class PropertyShape
{
    private PropertyValue? _default;

    /// <summary>The name on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>What the author said about it.</summary>
    public required PropertyAttribute Attribute { get; init; }

    /// <summary>The type of its values.</summary>
    public required PropertyType Type { get; init; }

    /// <summary>Takes the value from a record.</summary>
    public required Func<object, object?> Get { get; init; }

    /// <summary>Puts a value into a record under construction.</summary>
    public required Action<object, object?> Set { get; init; }

    /// <summary>Whether it must be given: C#'s <c>required</c>.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Whether its C# type admits null.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>How its value is made from the resource's name; null for not at all.</summary>
    public AutoNameAttribute? AutoName { get; init; }

    /// <summary>The environment variables that give its value where the program does not; null for none.</summary>
    public EnvironmentAttribute? Environment { get; init; }

    /// <summary>What its values must also fulfil.</summary>
    public IReadOnlyList<ValidationAttribute> Constraints { get; init; } = [];

    /// <summary>The C# value where none is given; null for none.</summary>
    public object? DefaultValue { get; init; }

    /// <summary>Its values.</summary>
    internal Shape Shape => Type.Shape;

    /// <summary>The value where none is given; null for none.</summary>
    internal PropertyValue? Default => DefaultValue is null ? null : _default ??= Shape.Write(DefaultValue);

    /// <summary>Puts a value into a record under construction; null leaves what the record starts with, if that is anything.</summary>
    internal void Initialize(object record, object? value)
    {
        if (value is not null)
            Set(record, value);
        else if (IsRequired && !IsNullable)
            Set(record, Shape.Empty);
    }
}
