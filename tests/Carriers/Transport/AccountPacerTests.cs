using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Transport;

public sealed class AccountPacerTests : IDisposable
{
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(0.21);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pace-");
    private readonly FakeTime _time = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void TwoProcesses_AtFiveASecond_NeverSendMoreTogether()
    {
        FileAccountPacer[] processes = [new(_folder.FullName, _time), new(_folder.FullName, _time)];
        var sent = new List<DateTimeOffset>();

        for (var step = 0; step < 400; step++)
        {
            sent.AddRange(processes.Where(process => process.TryReserve("vonage/a1b2c3d4", Spacing) == TimeSpan.Zero).Select(_ => _time.GetUtcNow()));
            _time.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.All(sent, time => Assert.InRange(sent.Count(other => other >= time && other < time + TimeSpan.FromSeconds(1)), 1, 5));
        Assert.InRange(sent.Count, 18, 20);
    }

    [Fact]
    public void AccountsOfDifferentKeys_DoNotWaitForEachOther()
    {
        var pacer = new FileAccountPacer(_folder.FullName, _time);

        Assert.Equal(TimeSpan.Zero, pacer.TryReserve("vonage/a1b2c3d4", Spacing));
        Assert.Equal(TimeSpan.Zero, pacer.TryReserve("kpn/client", Spacing));
        Assert.Equal(Spacing, pacer.TryReserve("kpn/client", Spacing));
    }

    [Fact]
    public void ClockThatWasSetBack_DoesNotStopTheAccount()
    {
        var pacer = new FileAccountPacer(_folder.FullName, _time);
        pacer.TryReserve("kpn/client", TimeSpan.FromHours(1));

        Assert.Equal(TimeSpan.Zero, pacer.TryReserve("kpn/client", Spacing));
    }

    [Fact]
    public void FolderThatCannotBeUsed_LeavesTheProcessItsOwnPace()
    {
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");
        var pacer = new FileAccountPacer(Path.Combine(file, "folder"), _time);

        var tries = 0;
        while (pacer.TryReserve("kpn/client", Spacing) > TimeSpan.Zero)
            tries++;

        Assert.InRange(tries, 0, 400);
        Assert.Equal(Spacing, pacer.TryReserve("kpn/client", Spacing));
    }
}
