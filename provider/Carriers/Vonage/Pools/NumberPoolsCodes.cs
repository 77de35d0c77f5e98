namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>The problem types of the Number Pools API v2 on which decisions rest: the fragments of their links.</summary>
public static class NumberPoolsCodes
{
    /// <summary>The account does not own the number, or the pool service has not heard of the purchase yet.</summary>
    public const string MissingNumberSubscription = "missing-number-subscription";

    /// <summary>On removal: the pool does not hold the number.</summary>
    public const string MissingNumber = "missing-number";

    /// <summary>The request as a whole is malformed.</summary>
    public const string Validation = "validation";

    /// <summary>A number of the request is malformed, which fails the whole request.</summary>
    public const string NumberValidation = "number-validation";

    /// <summary>Too many requests.</summary>
    public const string Throttled = "throttled";

    /// <summary>Something broke on Vonage's side.</summary>
    public const string InternalError = "internal-error";
}
