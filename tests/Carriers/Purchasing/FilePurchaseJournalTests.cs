using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Purchasing;

public sealed class FilePurchaseJournalTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly NumberKey Key = new("kpn", Some.Number(1));

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "purchase-journal-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Entry_IsThereForTheNextProcess_UntilItIsStruckOut()
    {
        Journal().Write("urn", Entry());

        Assert.Equal(Entry(), Assert.Single(Journal().Read("urn", "kpn", "account")));
        Assert.Empty(Journal().Read("urn", "kpn", "another account"));
        Assert.Empty(Journal().Read("another urn", "kpn", "account"));
        Journal().Strike("urn", Key);
        Assert.Empty(Journal().ReadAll("urn"));
    }

    [Fact]
    public void Order_IsRemembered_AfterItWasStruckOut_ForAWhile()
    {
        Journal().Write("urn", Entry());
        Assert.True(Journal().WasOrdered(Key, Now.AddDays(1)));

        Journal().Strike("urn", Key);

        Assert.True(Journal().WasOrdered(Key, Now.AddMinutes(-10)));
        Assert.False(Journal().WasOrdered(Key, Now.AddMinutes(10)));
    }

    [Fact]
    public void Order_ThatWasRefused_IsForgotten()
    {
        Journal().Write("urn", Entry());

        Journal().Withdraw("urn", Key);

        Assert.False(Journal().WasOrdered(Key, Now.AddMinutes(-10)));
        Assert.Empty(Journal().ReadAll("urn"));
    }

    [Fact]
    public void File_ThatCannotBeRead_CountsAsEmpty()
    {
        Journal().Write("urn", Entry());
        File.WriteAllText(Directory.EnumerateFiles(_folder, "*.json").Single(), "{");

        Assert.Empty(Journal().ReadAll("urn"));
    }

    [Fact]
    public void Folder_ThatCannotBeUsed_IsReported()
    {
        File.WriteAllText(_folder, "");

        Assert.ThrowsAny<IOException>(() => Journal().Write("urn", Entry()));
        File.Delete(_folder);
    }

    private static JournalEntry Entry() => new("account", Key, "GB", Now, IsOrdered: true);

    private FilePurchaseJournal Journal() => new(_folder);
}
