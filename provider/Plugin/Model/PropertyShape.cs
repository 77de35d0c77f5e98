using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Plugin.Model;

/// <summary>One property of a record, with all that its attributes say.</summary>
internal sealed class PropertyShape
{
    private readonly PropertyInfo _property;

    /// <summary>Reads a property's attributes.</summary>
    public PropertyShape(PropertyInfo property, PropertyAttribute attribute, Shape shape)
    {
        _property = property;
        Attribute = attribute;
        Shape = shape;
        Name = WireName.Of(property);
        IsRequired = property.IsDefined(typeof(RequiredMemberAttribute));
        AutoName = property.GetCustomAttribute<AutoNameAttribute>();
        Environment = property.GetCustomAttribute<EnvironmentAttribute>();
        Constraints = [.. property.GetCustomAttributes<ValidationAttribute>()];
        Default = property.GetCustomAttribute<DefaultValueAttribute>() is { Value: { } value } ? shape.Write(value) : null;
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>What the author said about it.</summary>
    public PropertyAttribute Attribute { get; }

    /// <summary>Its values.</summary>
    public Shape Shape { get; }

    /// <summary>Whether it must be given: C#'s <c>required</c>.</summary>
    public bool IsRequired { get; }

    /// <summary>The value where none is given; null for none.</summary>
    public PropertyValue? Default { get; }

    /// <summary>How its value is made from the resource's name; null for not at all.</summary>
    public AutoNameAttribute? AutoName { get; }

    /// <summary>The environment variables that give its value where the program does not; null for none.</summary>
    public EnvironmentAttribute? Environment { get; }

    /// <summary>What its values must also fulfil.</summary>
    public IReadOnlyList<ValidationAttribute> Constraints { get; }

    /// <summary>The C# property.</summary>
    public PropertyInfo Property => _property;

    /// <summary>Takes the value from a record.</summary>
    public object? Get(object record) => _property.GetValue(record);

    /// <summary>Puts a value into a record under construction; null leaves what the record starts with, if that is anything.</summary>
    public void Set(object record, object? value)
    {
        if (value is not null)
            _property.SetValue(record, value);
        else if (IsRequired && !IsNullable)
            _property.SetValue(record, Shape.Empty);
    }

    private bool IsNullable => Nullable.GetUnderlyingType(_property.PropertyType) is not null;
}
