namespace PulumiNumbers.Rpc.Values;

/// <summary>The names by which the messages of Pulumi's services tell special objects from plain ones in a <c>Struct</c>.</summary>
public static class Signatures
{
    /// <summary>The key that makes an object special; its value says what it is.</summary>
    public const string Key = "4dabf18193072939515e22adb298388d";

    /// <summary>A secret.</summary>
    public const string Secret = "1b47061264138c4ac30d75fd1eb44270";

    /// <summary>An output value.</summary>
    public const string Output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    /// <summary>A resource reference.</summary>
    public const string ResourceReference = "5cf8f73096256a8f31e491e813e4eb8e";

    /// <summary>An asset.</summary>
    public const string Asset = "c44067f5952c0a294b673a41bacd8c17";

    /// <summary>An archive.</summary>
    public const string Archive = "0def7320c3a5731c473e5ecbe6d01bc7";

    /// <summary>A byte string.</summary>
    public const string ByteString = "803fd3297a5875dc03ca845dda5d2a98";
}
