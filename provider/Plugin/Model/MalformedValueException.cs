namespace PulumiNumbers.Plugin.Model;

/// <summary>A message holds something that is no value. The words name the path and never the content.</summary>
internal sealed class MalformedValueException(PropertyPath path, string problem)
    : Exception(path.IsRoot ? $"The properties cannot be read: {problem}" : $"The property '{path}' cannot be read: {problem}")
{
    /// <summary>Where it is.</summary>
    public PropertyPath Path { get; } = path;
}
