using Grpc.Core;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Tests.Provider.Harness;
using Pulumirpc;

namespace PulumiNumbers.Tests.Provider.Pools;

/// <summary>404s that do not come from the carrier: a mistyped base URL must not make the state forget what is still there.</summary>
public sealed class UnconfirmedNotFoundTests : ProviderTest
{
    private const string ApigeeFault = """{"fault":{"faultstring":"Unable to identify proxy for host","detail":{"errorcode":"messaging.adaptors.http.flow.ApplicationNotFound"}}}""";

    public static TheoryData<string> GatewayBodies => ["{}", "", """{"message":"no Route matched with those values"}""", ApigeeFault];

    [Theory]
    [MemberData(nameof(GatewayBodies))]
    public async Task DeletePool_GatewayAnswers404_FailsAndPoolStaysInTheState(string body)
    {
        var pool = await Numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders" });
        Fail(Operations.DeletePool, body);

        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.DestroyAsync(pool));

        Assert.NotEqual(StatusCode.NotFound, failure.StatusCode);
        Assert.Contains("base URL", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(GatewayBodies))]
    public async Task Refresh_GatewayAnswers404_Fails(string body)
    {
        var pool = await Numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders" });
        var membership = await Numbers.CreateAsync(Tokens.PoolMembership, "senders", new { poolId = "senders", numbers = new[] { "447700900001" } });
        await Numbers.NewRunAsync();
        Fail(Operations.GetPool, body);
        Fail(Operations.ListPoolNumbers, body);

        await Assert.ThrowsAsync<RpcException>(() => Numbers.RefreshAsync(pool));
        await Assert.ThrowsAsync<RpcException>(() => Numbers.RefreshAsync(membership));
    }

    [Theory]
    [MemberData(nameof(GatewayBodies))]
    public async Task RemoveNumbers_GatewayAnswers404_Fails(string body)
    {
        Numbers.Carriers.Vonage.Pools.Create("senders");
        var membership = await Numbers.CreateAsync(Tokens.PoolMembership, "senders", new { poolId = "senders", numbers = new[] { "447700900001", "447700900002" } });
        Fail(Operations.RemovePoolNumbers, body);

        await Assert.ThrowsAsync<RpcException>(() => Numbers.DestroyAsync(membership));

        Assert.Equal(2, Numbers.Carriers.Vonage.Pools.NumbersOf("senders").Count);
    }

    [Fact]
    public async Task Refresh_WhollyWrongAddress_Fails()
    {
        var pool = await Numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders" });
        await Numbers.NewRunAsync();
        Fail(Operations.GetPool, "{}");
        Fail(Operations.ListPools, "{}");

        await Assert.ThrowsAsync<RpcException>(() => Numbers.RefreshAsync(pool));
    }

    [Fact]
    public async Task Refresh_GatewayAnswers404_AndTheListingLacksThePool_IsGone()
    {
        var pool = await Numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders" });
        Numbers.Carriers.Vonage.Pools.Delete("senders");
        await Numbers.NewRunAsync();
        Fail(Operations.GetPool, "{}");

        Assert.Null(await Numbers.RefreshAsync(pool));
    }

    [Fact]
    public async Task Refresh_ListingWithoutAnySignOfAPage_IsNoEmptyPool()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders");
        var membership = await Numbers.CreateAsync(Tokens.PoolMembership, "senders", new { poolId = "senders", numbers = new[] { "447700900001" } });
        await Numbers.NewRunAsync();
        Numbers.Carriers.Faults.Add(new FaultRule { Kind = FaultKind.Status, Status = 200, Body = "{}", ContentType = "application/json", Operation = Operations.ListPoolNumbers });

        await Assert.ThrowsAsync<RpcException>(() => Numbers.RefreshAsync(membership));
    }

    private void Fail(string operation, string body) => Numbers.Carriers.Faults.Add(new FaultRule
    {
        Kind = FaultKind.Status,
        Status = 404,
        Body = body,
        ContentType = "application/json",
        Operation = operation,
    });
}

/// <summary>Credentials of another account: what they do not find is not gone.</summary>
public sealed class PoolAccountTests : ProviderTest
{
    private static readonly object OtherAccount = new
    {
        maxRetries = "0",
        vonageApiKey = EmulatorCredentials.VonageSubaccountKey,
        vonageApiSecret = EmulatorCredentials.VonageSubaccountSecret,
    };

    [Fact]
    public async Task NotFoundUnderOtherCredentials_IsAnErrorThatNamesBothAccounts()
    {
        var pool = await Numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders" });
        var membership = await Numbers.CreateAsync(Tokens.PoolMembership, "senders", new { poolId = "senders", numbers = new[] { "447700900001" } });
        await Numbers.ConfigureAsync(OtherAccount);

        var failures = new[]
        {
            await Assert.ThrowsAsync<RpcException>(() => Numbers.RefreshAsync(pool)),
            await Assert.ThrowsAsync<RpcException>(() => Numbers.RefreshAsync(membership)),
            await Assert.ThrowsAsync<RpcException>(() => Numbers.DeleteAsync(pool)),
            await Assert.ThrowsAsync<RpcException>(() => Numbers.DeleteAsync(membership)),
        };

        Assert.All(failures, failure =>
        {
            Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
            Assert.Contains(EmulatorCredentials.VonageApiKey, failure.Status.Detail, StringComparison.Ordinal);
            Assert.Contains(EmulatorCredentials.VonageSubaccountKey, failure.Status.Detail, StringComparison.Ordinal);
        });
        Assert.Equal(["447700900001"], Numbers.Carriers.Vonage.Pools.NumbersOf("senders"));
    }

    [Fact]
    public async Task State_SaysWhichKeySawThePoolLast_AndAStateOfVersion010NeedsNone()
    {
        var pool = await Numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders" });
        Assert.Equal(EmulatorCredentials.VonageApiKey, pool.State.Text("apiKey"));

        var old = pool with { State = pool.State.With(new { apiKey = (object?)null }) };
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await Numbers.DiffAsync(old, new { poolId = "senders" })).Changes);
        Assert.Equal(EmulatorCredentials.VonageApiKey, (await Numbers.RefreshAsync(old))!.State.Text("apiKey"));
    }
}

/// <summary>What a pool holds that is no international number.</summary>
public sealed class ShortCodeTests : ProviderTest
{
    private static readonly string[] Held = ["1234567890123456", "38042", "447700900001"];

    [Fact]
    public async Task ShortCodes_AreListedImportedAndKeptIfDeclared()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders", Held);

        var listed = await Numbers.InvokeAsync(Tokens.GetPoolNumbers, new { poolId = "senders" });
        var membership = await Numbers.ImportAsync(Tokens.PoolMembership, "senders", "a1b2c3d4/senders");
        var same = await Numbers.DiffAsync(membership!, new { poolId = "senders", numbers = Held });
        var updated = await Numbers.UpdateAsync(membership!, new { poolId = "senders", numbers = Held.Append("447700900002").ToArray() });

        Assert.Equal(Held, listed.Texts("numbers"));
        Assert.Equal(Held, membership!.State.Texts("numbers"));
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, same.Changes);
        Assert.Equal([.. Held, "447700900002"], updated.State.Texts("numbers"));
    }

    [Fact]
    public async Task ShortCodes_NotDeclared_ShowTheirRemovalInThePlan()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders", Held);
        var membership = await Numbers.ImportAsync(Tokens.PoolMembership, "senders", "a1b2c3d4/senders");
        object inputs = new { poolId = "senders", numbers = Held[2..] };

        var diff = await Numbers.DiffAsync(membership!, inputs);
        var updated = await Numbers.UpdateAsync(membership!, inputs);

        Assert.Equal(2, diff.DetailedDiff.Values.Count(change => change.Kind == PropertyDiff.Types.Kind.Delete));
        Assert.Empty(updated.Problems);
        Assert.Equal(Held[2..], Numbers.Carriers.Vonage.Pools.NumbersOf("senders"));
    }

    [Fact]
    public async Task ShortCodes_InAPoolThatIsTakenOver_AreNamedInThePreview()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders", Held);

        await Numbers.PreviewAsync(Tokens.PoolMembership, "senders", new { poolId = "senders", numbers = Held[2..] });

        var warning = Assert.Single(Numbers.Log.Said(LogSeverity.Warning));
        Assert.Contains("38042", warning, StringComparison.Ordinal);
        Assert.Contains("1234567890123456", warning, StringComparison.Ordinal);
    }
}

/// <summary>Declarations of one program that contradict each other.</summary>
public sealed class PoolDeclarationTests : ProviderTest
{
    private static readonly string[] One = ["447700900001"];

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task TwoMembershipsOfAPool_OneOwnsItAll_AreRefusedInThePreview(bool first, bool second)
    {
        Numbers.Carriers.Vonage.Pools.Create("senders", "447700900009");
        await Numbers.PreviewAsync(Tokens.PoolMembership, "first", new { poolId = "senders", numbers = One, authoritative = first });

        var failure = await Assert.ThrowsAsync<RpcException>(
            () => Numbers.PreviewAsync(Tokens.PoolMembership, "second", new { poolId = "senders", numbers = One, authoritative = second }));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Contains("\"first\"", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("\"second\"", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("authoritative: false", failure.Status.Detail, StringComparison.Ordinal);
        await Numbers.CreateFailsAsync(Tokens.PoolMembership, "second", new { poolId = "senders", numbers = One, authoritative = second });
        Assert.Equal(["447700900009"], Numbers.Carriers.Vonage.Pools.NumbersOf("senders"));
    }

    [Fact]
    public async Task TwoPoolsOfOneId_AreRefusedInThePreview()
    {
        await Numbers.PreviewAsync(Tokens.NumberPool, "first", new { poolId = "senders" });

        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.PreviewAsync(Tokens.NumberPool, "second", new { poolId = "senders" }));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Contains("\"first\"", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MembershipThatGivesUpNumbers_SaysSo_SinceAnUnseenMembershipMayDeclareThem()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders");
        var membership = await Numbers.CreateAsync(Tokens.PoolMembership, "first", new { poolId = "senders", numbers = One, authoritative = false });

        await Numbers.DestroyAsync(membership);

        Assert.Contains(Numbers.Log.Said(LogSeverity.Info), message => message.Contains(One[0], StringComparison.Ordinal));
    }
}

/// <summary>One update of a membership.</summary>
public sealed class MembershipUpdateTests : ProviderTest
{
    [Fact]
    public async Task Update_LeavesWhatOthersAdded_UntilARefreshShowsIt()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders");
        var membership = await Numbers.CreateAsync(Tokens.PoolMembership, "senders", Declared(1, 2));
        Numbers.Carriers.Vonage.Pools.Add("senders", "447700900050");
        Numbers.Carriers.Vonage.Pools.Remove("senders", "447700900001");

        var updated = await Numbers.UpdateAsync(membership, Declared(1, 2, 3));

        Assert.Equal(["447700900002", "447700900003", "447700900050"], Numbers.Carriers.Vonage.Pools.NumbersOf("senders"));
        Assert.Equal(["447700900001", "447700900002", "447700900003"], updated.State.Texts("numbers"));
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await Numbers.DiffAsync(updated, Declared(1, 2, 3))).Changes);

        var read = await Numbers.RefreshAsync(updated);
        await Numbers.UpdateAsync(read!, Declared(1, 2, 3));
        Assert.Equal(["447700900001", "447700900002", "447700900003"], Numbers.Carriers.Vonage.Pools.NumbersOf("senders"));
    }

    [Fact]
    public async Task Update_AllAdditionsFail_PoolKeepsItsSizeAndTheProblemsSaySo()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders");
        var membership = await Numbers.CreateAsync(Tokens.PoolMembership, "senders", Declared([.. Enumerable.Range(1, 60)]));
        Numbers.Carriers.Faults.Add(new FaultRule
        {
            Kind = FaultKind.Partial,
            Operation = Operations.AddPoolNumbers,
            Numbers = [.. Enumerable.Range(61, 30).Select(Number)],
        });

        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.UpdateAsync(membership, Declared([.. Enumerable.Range(31, 60)])));

        Assert.Equal(60, Numbers.Carriers.Vonage.Pools.NumbersOf("senders").Count);
        Assert.Contains("in the place of as many numbers that could not be added", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_NoRetries_PoolAnswers429_SendsOneRequest()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders");
        Numbers.Carriers.Faults.Add(new FaultRule { Kind = FaultKind.Status, Status = 429, Operation = Operations.AddPoolNumbers });

        var failure = await Numbers.CreateFailsAsync(Tokens.PoolMembership, "senders", Declared(1));

        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
        Assert.Equal(1, Numbers.Carriers.Requests.Count(operation: Operations.AddPoolNumbers));
    }

    [Fact]
    public async Task Update_PoolWasDeleted_NamesTheRefresh()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders");
        var membership = await Numbers.CreateAsync(Tokens.PoolMembership, "senders", Declared(1));
        Numbers.Carriers.Vonage.Pools.Delete("senders");

        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.UpdateAsync(membership, Declared(1, 2)));

        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
        Assert.Contains("pulumi up --refresh", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_ProgressLine_SaysEachThingOnce()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders");

        await Numbers.CreateAsync(Tokens.PoolMembership, "senders", Declared(1, 2));

        Assert.Equal(["added 2/2"], Numbers.Log.StatusLines);
    }

    private static string Number(int index) => $"447700900{index:000}";

    private static object Declared(params int[] indexes) => new { poolId = "senders", numbers = indexes.Select(Number).ToArray() };
}

/// <summary>A number that the account never rented, and a provider that waits for new ones.</summary>
public sealed class NeverRentedNumberTests : ProviderTest
{
    protected override HarnessOptions Options => new() { Configuration = new { maxRetries = "0", subscriptionWait = "3600" } };

    [Fact]
    public async Task Create_NumberNeverRented_FailsWithoutWaiting()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders");

        var partial = await Numbers.CreateAsync(
            Tokens.PoolMembership, "senders", new { poolId = "senders", numbers = new[] { "447700900001", "31600000001" } });

        Assert.Contains("31600000001", Assert.Single(partial.Problems), StringComparison.Ordinal);
        Assert.Equal(1, Numbers.Carriers.Requests.Count(operation: Operations.AddPoolNumbers));
    }
}

/// <summary>`releaseProtection` of pools.</summary>
public sealed class PoolProtectionTests : ProviderTest
{
    [Fact]
    public async Task ProtectedPool_IsNeitherDeletedNorReplaced_UntilTheProtectionIsLifted()
    {
        var pool = await Numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders", releaseProtection = true });

        var deletion = await Assert.ThrowsAsync<RpcException>(() => Numbers.DestroyAsync(pool));
        var replacement = await Assert.ThrowsAsync<RpcException>(() => Numbers.DiffAsync(pool, new { poolId = "others", releaseProtection = true }));
        var lifted = await Numbers.UpdateAsync(pool, new { poolId = "senders", releaseProtection = false });

        Assert.All([deletion, replacement], failure =>
        {
            Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
            Assert.Contains("releaseProtection: false", failure.Status.Detail, StringComparison.Ordinal);
        });
        Assert.Equal(0, Numbers.Carriers.Requests.Count(operation: Operations.UpdatePool));
        await Numbers.DestroyAsync(lifted);
        Assert.Null(Numbers.Carriers.Vonage.Pools.Find("senders"));
    }
}

/// <summary>`releaseProtection` of the provider's configuration.</summary>
public sealed class ConfiguredProtectionTests : ProviderTest
{
    protected override HarnessOptions Options => new() { Configuration = new { maxRetries = "0", releaseProtection = "true" } };

    [Fact]
    public async Task ConfiguredProtection_HoldsForResourcesThatDoNotSayOtherwise()
    {
        var pool = await Numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders" });
        var free = await Numbers.CreateAsync(Tokens.NumberPool, "free", new { poolId = "free", releaseProtection = false });
        var number = await Numbers.CreateAsync(Tokens.ExclusiveNumber, "vip", new { number = "447700900123" });

        await Assert.ThrowsAsync<RpcException>(() => Numbers.DestroyAsync(pool));
        await Assert.ThrowsAsync<RpcException>(() => Numbers.DestroyAsync(number));
        await Numbers.DestroyAsync(free);

        Assert.NotNull(Numbers.Carriers.Vonage.Pools.Find("senders"));
        Assert.NotNull(Numbers.Carriers.PortSip.Find(number.Id));
        Assert.Null(Numbers.Carriers.Vonage.Pools.Find("free"));
    }
}
