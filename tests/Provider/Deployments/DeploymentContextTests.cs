using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Deployments;

namespace PulumiNumbers.Tests.Provider.Deployments;

public sealed class DeploymentContextTests : IDisposable
{
    private static readonly NumberKey Number = new("kpn", Msisdn.Parse("447700900001"));

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "deployment-log-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Processes_OfOneEngine_ShareWhatTheyKnow()
    {
        using var first = Join("127.0.0.1:1");
        using var second = Join("127.0.0.1:1");

        Assert.True(first.Numbers.TryReserve("a", Number));
        Assert.False(second.Numbers.TryReserve("b", Number));
    }

    [Fact]
    public void Process_ThatJoinsLater_KnowsWhatWasRecordedBefore()
    {
        using var first = Join("127.0.0.1:1");
        first.Numbers.RecordState("a", new HeldNumber(Number, "GB"), isCurrent: true);
        using var second = Join("127.0.0.1:1");

        Assert.Equal(Number, second.Numbers.HeldBy("a", "kpn")!.Key);
    }

    [Fact]
    public void Processes_OfDifferentEngines_ShareNothing()
    {
        using var first = Join("127.0.0.1:1");
        using var second = Join("127.0.0.1:2");

        Assert.True(first.Numbers.TryReserve("a", Number));
        Assert.True(second.Numbers.TryReserve("b", Number));
    }

    [Fact]
    public void Log_OfADeploymentWhoseProcessesHaveEnded_IsBegunAnew()
    {
        using (var ended = Join("127.0.0.1:1"))
            Assert.True(ended.Numbers.TryReserve("a", Number));
        using var next = Join("127.0.0.1:1");

        Assert.True(next.Numbers.TryReserve("b", Number));
    }

    [Fact]
    public void Log_OfAKilledProcess_IsBegunAnew()
    {
        using (var killed = Join("127.0.0.1:1"))
            Assert.True(killed.Numbers.TryReserve("a", Number));
        var path = LogPath("127.0.0.1:1");
        File.WriteAllText(
            path,
            """
            {"topic":"process","fact":"joined","instance":"x","pid":2147483000,"started":"2020-01-01T00:00:00.0000000Z"}
            {"topic":"numbers","fact":"reserved","urn":"a","carrier":"kpn","number":"447700900001"}

            """);
        using var next = Join("127.0.0.1:1");

        Assert.True(next.Numbers.TryReserve("b", Number));
    }

    [Fact]
    public void Line_ThatAKilledProcessWroteInPart_DoesNotHideOthers()
    {
        using var first = Join("127.0.0.1:1");
        File.AppendAllText(LogPath("127.0.0.1:1"), "{\"topic\":\"numbers\",\"fact\":\"res");
        Assert.True(first.Numbers.TryReserve("a", Number));
        using var second = Join("127.0.0.1:1");

        Assert.False(second.Numbers.TryReserve("b", Number));
    }

    [Fact]
    public void Processes_ThatReserveSideBySide_NeverTakeOneNumberTwice()
    {
        using var first = Join("127.0.0.1:1");
        using var second = Join("127.0.0.1:1");
        DeploymentContext[] processes = [first, second];
        var taken = 0;

        Parallel.For(0, 200, index =>
        {
            var key = new NumberKey("kpn", Msisdn.Parse($"4477009{index / 2:00000}"));
            if (processes[index % 2].Numbers.TryReserve($"urn-{index}", key))
                Interlocked.Increment(ref taken);
        });

        Assert.Equal(100, taken);
    }

    [Fact]
    public void Folder_ThatCannotBeUsed_LeavesTheProcessToItself()
    {
        File.WriteAllText(_folder, "");
        using var alone = Join("127.0.0.1:1");

        Assert.True(alone.Numbers.TryReserve("a", Number));
        Assert.False(alone.Numbers.TryReserve("b", Number));
        File.Delete(_folder);
    }

    [Fact]
    public void Begin_OfAnotherDeployment_ForgetsTheLastOne()
    {
        using var context = Join("127.0.0.1:1");
        Assert.True(context.Numbers.TryReserve("a", Number));

        context.Begin(Identity("127.0.0.1:2"));

        Assert.True(context.Numbers.TryReserve("b", Number));
    }

    private DeploymentContext Join(string engineAddress)
    {
        var context = new DeploymentContext(new DeploymentOptions { RuntimeFolder = _folder });
        context.Begin(Identity(engineAddress));
        return context;
    }

    private static DeploymentIdentity Identity(string engineAddress) => new(engineAddress, "phones", "test", EngineProcessId: null);

    private string LogPath(string engineAddress) => Path.Combine(
        _folder,
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(engineAddress + "|")).AsSpan(0, 8)) + ".log");
}
