namespace PulumiNumbers.Tests.Carriers.Doubles;

/// <summary>How one request to the model carrier goes wrong.</summary>
internal enum NumberFault
{
    None,
    RateLimited,
    NeverSent,
    LostBeforeEffect,
    LostAfterEffect,
    DownBeforeEffect,
    DownAfterEffect,
    GarbledAfterEffect,
}
