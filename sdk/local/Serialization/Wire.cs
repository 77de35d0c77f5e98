namespace Pulumi.Serialization;

/// <summary>The names of the fields of special values in the engine's protocol.</summary>
internal static class Wire
{
    public const string Id = "id";
    public const string Urn = "urn";
    public const string Value = "value";
    public const string Secret = "secret";
}
