namespace PulumiNumbers.Engine.State;

/// <summary>The journal of a preview, which changes nothing.</summary>
internal sealed class NoJournal : IJournal
{
    public void Append(JournalEntry entry)
    {
    }
}
