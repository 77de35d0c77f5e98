namespace PulumiNumbers.Emulator.Vonage.Pools;

/// <summary>Whether an account may delete pools through the API. Vonage's overview says that some may not.</summary>
public enum PoolDeletion
{
    /// <summary>The pool goes, with its numbers in it.</summary>
    Allowed,

    /// <summary>405 <c>#wrong-verb</c>.</summary>
    WrongVerb,

    /// <summary>501.</summary>
    NotImplemented,
}
