namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>The limits that the Number Pools API v2 documents.</summary>
public static class NumberPoolsLimits
{
    /// <summary>The most numbers in one add or remove request; one more and Vonage refuses the whole request.</summary>
    public const int NumbersPerBatch = 50;
}
