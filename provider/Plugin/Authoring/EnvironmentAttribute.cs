namespace PulumiNumbers.Plugin.Authoring;

/// <summary>Takes a property's default from the first of these environment variables that is set and not empty.</summary>
/// <param name="variables">Names of environment variables, most specific first.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EnvironmentAttribute(params string[] variables) : Attribute
{
    /// <summary>Names of environment variables, most specific first.</summary>
    public IReadOnlyList<string> Variables { get; } = variables;
}
