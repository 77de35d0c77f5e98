namespace PulumiNumbers.Plugin.Authoring;

/// <summary>
/// Makes a C# property part of a resource, function, configuration or nested object, and says once what check, diff, preview and
/// the schema need to know about it. Constraints on values are the framework's own validation attributes
/// (<see cref="System.ComponentModel.DataAnnotations.RangeAttribute"/>, <see cref="System.ComponentModel.DataAnnotations.LengthAttribute"/>, …),
/// constant defaults its <see cref="System.ComponentModel.DefaultValueAttribute"/>.
/// </summary>
/// <param name="description">
/// What the property means, in Markdown: shape, units, what happens when it is left out. Left out, the summary of its documentation is taken.
/// </param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PropertyAttribute(string description = "") : Attribute
{
    /// <summary>What the property means, in Markdown.</summary>
    public string Description { get; } = description;

    /// <summary>The name on the wire. Default: the C# name in camelCase.</summary>
    public string? Name { get; init; }

    /// <summary>Whether a change of this input replaces the resource instead of updating it.</summary>
    public bool Replaces { get; init; }

    /// <summary>Whether this input is used at creation only: later changes of it are no difference at all.</summary>
    public bool CreateOnly { get; init; }

    /// <summary>Whether the value is secret wherever it appears, whatever the program passed.</summary>
    public bool Secret { get; init; }

    /// <summary>Whether this output never changes during the life of the resource, so that the preview of an update still knows it.</summary>
    public bool Stable { get; init; }

    /// <summary>Whether the output always has a value, even where the program leaves out the input of its name.</summary>
    public bool AlwaysSet { get; init; }

    /// <summary>What to use instead, if the property is deprecated.</summary>
    public string? Deprecated { get; init; }
}

/// <summary>
/// Generates a string property that the program leaves out from the resource's name: <c>name-3f9a2c1</c>. The engine's autonaming
/// configuration is obeyed, and a name once generated stays for the life of the resource.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AutoNameAttribute : Attribute
{
    /// <summary>The most characters a generated name may have. The resource's name is cut, never the random part.</summary>
    public int MaxLength { get; init; } = 64;

    /// <summary>How many random hexadecimal digits follow the name. 0 for none.</summary>
    public int RandomLength { get; init; } = 7;

    /// <summary>What stands between the name and the random digits.</summary>
    public string Separator { get; init; } = "-";
}

/// <summary>Takes a property's default from the first of these environment variables that is set and not empty.</summary>
/// <param name="variables">Names of environment variables, most specific first.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EnvironmentAttribute(params string[] variables) : Attribute
{
    /// <summary>Names of environment variables, most specific first.</summary>
    public IReadOnlyList<string> Variables { get; } = variables;
}
