namespace PulumiNumbers.Engine.State;

/// <summary>Where each change of a stack's state goes before it counts.</summary>
internal interface IJournal
{
    /// <summary>Writes an entry; returns when the operating system has it. Called by one thread at a time.</summary>
    void Append(JournalEntry entry);
}
