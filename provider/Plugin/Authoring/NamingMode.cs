namespace PulumiNumbers.Plugin.Authoring;

/// <summary>What the user wants of generated names.</summary>
internal enum NamingMode
{
    /// <summary>The proposed name is a suggestion.</summary>
    Propose,

    /// <summary>The proposed name it is, or an error.</summary>
    Enforce,

    /// <summary>No name is generated: the program must give one.</summary>
    Disable,
}
