namespace PulumiNumbers.Plugin.Authoring;

/// <summary>Names a resource class for the engine and describes it for the schema.</summary>
/// <param name="token">The type token, e.g. <c>numbers:index:NumberPool</c>.</param>
/// <param name="description">What the resource is, in Markdown.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ResourceTypeAttribute(string token, string description) : Attribute
{
    /// <summary>The type token, e.g. <c>numbers:index:NumberPool</c>.</summary>
    public string Token { get; } = token;

    /// <summary>What the resource is, in Markdown.</summary>
    public string Description { get; } = description;

    /// <summary>Whether a replacement deletes the old resource before it creates the new one. Default: after.</summary>
    public bool DeleteBeforeReplace { get; init; }
}
