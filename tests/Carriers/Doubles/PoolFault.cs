namespace PulumiNumbers.Tests.Carriers.Doubles;

/// <summary>How one request to the model pool goes wrong.</summary>
internal enum PoolFault
{
    None,
    RateLimited,
    Unavailable,
    NeverSent,
    LostBeforeEffect,
    LostAfterEffect,
    LostHalfWay,
    Garbled,
    SomeNumbersThrottled,
    Unauthenticated,
    Refused,
}
