namespace PulumiNumbers.Tests.Provider.Harness;

/// <summary>The provider's tokens, written out: they are what users have in their programs and states.</summary>
public static class Tokens
{
    public const string NumberPool = "numbers:index:NumberPool";
    public const string PoolMembership = "numbers:index:PoolMembership";
    public const string OwnedNumber = "numbers:index:OwnedNumber";
    public const string ExclusiveNumber = "numbers:index:ExclusiveNumber";
    public const string GetAvailableNumbers = "numbers:index:getAvailableNumbers";
    public const string GetOwnedNumbers = "numbers:index:getOwnedNumbers";
    public const string GetNumberPools = "numbers:index:getNumberPools";
    public const string GetNumberPool = "numbers:index:getNumberPool";
    public const string GetPoolNumbers = "numbers:index:getPoolNumbers";
    public const string GetExclusiveNumbers = "numbers:index:getExclusiveNumbers";
    public const string GetExclusiveNumber = "numbers:index:getExclusiveNumber";
}
