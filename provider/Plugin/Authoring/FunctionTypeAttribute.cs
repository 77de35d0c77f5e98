namespace PulumiNumbers.Plugin.Authoring;

/// <summary>Names a function class for the engine and describes it for the schema.</summary>
/// <param name="token">The function token, e.g. <c>numbers:index:getNumberPool</c>.</param>
/// <param name="description">What the function answers, in Markdown.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FunctionTypeAttribute(string token, string description) : Attribute
{
    /// <summary>The function token, e.g. <c>numbers:index:getNumberPool</c>.</summary>
    public string Token { get; } = token;

    /// <summary>What the function answers, in Markdown.</summary>
    public string Description { get; } = description;
}
