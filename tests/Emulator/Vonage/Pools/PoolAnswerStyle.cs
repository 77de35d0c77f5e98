namespace PulumiNumbers.Emulator.Vonage.Pools;

/// <summary>Which of two documented success statuses an operation on pools answers with.</summary>
public enum PoolAnswerStyle
{
    /// <summary>create 201, update 200, delete 200 with the pool, add 201, remove a series 200 with the numbers.</summary>
    Reference,

    /// <summary>create 200, update 201, delete 204, add 200, remove a series 204.</summary>
    Alternative,
}
