namespace PulumiNumbers.Plugin.Authoring;

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
