using System.Collections.Frozen;

namespace Pulumi.Serialization;

/// <summary>The names by which Pulumi's messages tell special objects from plain ones in a <c>Struct</c>.</summary>
internal static class Signatures
{
    /// <summary>The key that makes an object special; its value is one of the others.</summary>
    public const string Key = "4dabf18193072939515e22adb298388d";

    public const string Secret = "1b47061264138c4ac30d75fd1eb44270";

    public const string Output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    public const string ResourceReference = "5cf8f73096256a8f31e491e813e4eb8e";
}

/// <summary>The strings that stand for values that are not known yet.</summary>
internal static class UnknownSentinels
{
    /// <summary>The one for strings, which every reader understands whatever the type.</summary>
    public const string Any = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private static readonly FrozenSet<string> All = new[]
    {
        Any,
        "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // bool
        "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
        "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // array
        "030794c1-ac77-496b-92df-f27374a8bd58", // asset
        "e48ece36-62e2-4504-bad9-02848725956a", // archive
        "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a string on the wire stands for an unknown value of any type.</summary>
    public static bool Contains(string text) => All.Contains(text);
}
