namespace PulumiNumbers.Tests.Lifecycle.Support;

/// <summary>The type tokens of the resources.</summary>
public static class Tokens
{
    public const string NumberPool = "numbers:index:NumberPool";

    public const string PoolMembership = "numbers:index:PoolMembership";

    public const string OwnedNumber = "numbers:index:OwnedNumber";

    public const string ExclusiveNumber = "numbers:index:ExclusiveNumber";
}
