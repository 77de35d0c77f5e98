using System.Net;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator;

/// <summary>Each variant of <see cref="EmulatorBehavior"/>, switched on alone.</summary>
public sealed class EmulatorBehaviorTests : EmulatorTest
{
    private const string Pools = "/v2/numberpools/accounts/a1b2c3d4/pools";
    private const string Number = "447700900300";
    private static readonly (string, string)[] Form = [("country", "GB"), ("msisdn", Number)];
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Update_ClearsUnsentSettings_OnlyWhereUpdatesReplace(bool replaces)
    {
        Server.Behavior = new() { UpdatesReplace = replaces };
        Server.Vonage.Account.Subscribe(Number);
        Server.Vonage.Account.Change(Number, number => number with { MoHttpUrl = "https://example.com/mo", AppId = "an-application", MoSmppSysType = "inbound" });

        await Vonage.PostFormAsync("/number/update", [.. Form, ("voiceCallbackType", "tel"), ("voiceCallbackValue", "447700900301")]);

        var after = Server.Vonage.Account.Find(Number)!;
        Assert.Equal("447700900301", after.VoiceCallbackValue);
        Assert.Equal(replaces, after.MoHttpUrl is null && after.AppId is null && after.MoSmppSysType is null);
    }

    [Fact]
    public async Task OwnedList_ShowsPurchaseUpdateAndCancellation_OnlyAfterTheLag()
    {
        Server.Behavior = EmulatorProfile.Compliant.WithLag(Operations.ListOwned, Lag);
        var vonage = Vonage;

        await vonage.PostFormAsync("/number/buy", Form);
        Assert.Null(await ListedAsync(vonage));
        Clock.Advance(Lag);
        Assert.NotNull(await ListedAsync(vonage));

        await vonage.PostFormAsync("/number/update", [.. Form, ("moHttpUrl", "https://example.com/new")]);
        Assert.Equal("", (string?)(await ListedAsync(vonage))!["moHttpUrl"]);
        Clock.Advance(Lag);
        Assert.Equal("https://example.com/new", (string?)(await ListedAsync(vonage))!["moHttpUrl"]);

        await vonage.PostFormAsync("/number/cancel", Form);
        Assert.NotNull(await ListedAsync(vonage));
        Clock.Advance(Lag - TimeSpan.FromSeconds(1));
        Assert.NotNull(await ListedAsync(vonage));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await ListedAsync(vonage));
    }

    [Fact]
    public async Task Search_GoesOnShowingASoldNumber_DuringTheLag()
    {
        Server.Behavior = EmulatorProfile.Compliant.WithLag(Operations.Search, Lag);
        var vonage = Vonage;
        await vonage.PostFormAsync("/number/buy", Form);

        Assert.Equal(1, (int)(await vonage.GetAsync($"/number/search?country=GB&pattern={Number}")).Json["count"]!);
        Assert.Equal((HttpStatusCode)420, (await vonage.PostFormAsync("/number/buy", Form)).Status);
        Clock.Advance(Lag);
        Assert.Empty((await vonage.GetAsync($"/number/search?country=GB&pattern={Number}")).Json.AsObject());
    }

    [Fact]
    public async Task Lag_OfOneCarrier_LeavesTheOthersAlone()
    {
        Server.Behavior = EmulatorProfile.Compliant.WithLag("kpn/" + Operations.ListOwned, Lag);
        var vonage = Vonage;

        await vonage.PostFormAsync("/number/buy", Form);

        Assert.NotNull(await ListedAsync(vonage));
        Assert.Equal(TimeSpan.Zero, Server.Behavior.LagOf("vonage", Operations.ListOwned));
        Assert.Equal(Lag, Server.Behavior.LagOf("kpn", Operations.ListOwned));
    }

    [Fact]
    public async Task Pools_LagBehindCreationAdditionAndDeletion()
    {
        Server.Behavior = EmulatorProfile.Compliant.WithLag(Lag);
        var vonage = Vonage;

        await vonage.PostJsonAsync(Pools, """{"pool_id":"service","fallback":"Pool","localized_sender_preferred":false,"predictable_sender_preferred":false}""");
        Assert.Equal("not-found", (await vonage.GetAsync(Pools + "/service")).ProblemCode);
        Assert.Equal(0, (int)(await vonage.GetAsync(Pools)).Json["total_items"]!);
        Clock.Advance(Lag);
        Assert.Equal(HttpStatusCode.OK, (await vonage.GetAsync(Pools + "/service")).Status);

        await vonage.PostJsonAsync(Pools + "/service/numbers", Numbers("447700900000"));
        Assert.Equal(0, (int)(await vonage.GetAsync(Pools + "/service/numbers")).Json["total_items"]!);
        Clock.Advance(Lag);
        Assert.Equal(1, (int)(await vonage.GetAsync(Pools + "/service/numbers")).Json["total_items"]!);

        await vonage.DeleteAsync(Pools + "/service");
        Assert.Equal(1, (int)(await vonage.GetAsync(Pools + "/service/numbers")).Json["total_items"]!);
        Clock.Advance(Lag);
        Assert.Equal("not-found", (await vonage.GetAsync(Pools + "/service/numbers")).ProblemCode);
    }

    [Fact]
    public async Task SevenAndPortSip_LagBehindWrites()
    {
        Server.Behavior = EmulatorProfile.Compliant.WithLag(Lag);
        await Seven.PostJsonAsync("/numbers/order", """{"number":"4500005000"}""");
        var id = (string)(await PortSip.PostJsonAsync("/exclusive_numbers", """{"number":"1001"}""")).Json["id"]!;

        Assert.Empty((await Seven.GetAsync("/numbers/active")).Json["activeNumbers"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await Seven.GetAsync("/numbers/active/4500005000")).Status);
        Assert.Equal(0, (int)(await PortSip.GetAsync("/exclusive_numbers")).Json["count"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await PortSip.GetAsync($"/exclusive_numbers/{id}")).Status);
        Clock.Advance(Lag);
        Assert.Single((await Seven.GetAsync("/numbers/active")).Json["activeNumbers"]!.AsArray());
        Assert.Equal(1, (int)(await PortSip.GetAsync("/exclusive_numbers")).Json["count"]!);
    }

    [Fact]
    public async Task MiddlePage_ComesBackEmptyOnce_WithTheRightCount()
    {
        Server.Behavior = new() { EmptyPageInterval = 3 };
        var kpn = await KpnAsync();
        Server.Kpn.Account.SubscribeMany(589);

        var first = await PageAsync(3);
        var second = await PageAsync(3);

        Assert.Equal((589, 0), first);
        Assert.Equal((589, 100), second);
        Assert.Equal((589, 100), await PageAsync(1));

        async Task<(int Count, int Items)> PageAsync(int index)
        {
            var page = (await kpn.GetAsync($"/account/numbers?size=100&index={index}")).Json;
            return ((int)page["count"]!, page["numbers"]!.AsArray().Count);
        }
    }

    [Fact]
    public async Task EmptyPageFault_TakesTheItemsOfOneResponse()
    {
        Server.Faults.Add(new FaultRule { Kind = FaultKind.EmptyPage, Operation = Operations.ListOwned, Skip = 1, Times = 1 });
        var vonage = Vonage;

        var counts = new List<int>();
        for (var i = 0; i < 3; i++)
            counts.Add((await vonage.GetAsync("/account/numbers")).Json["numbers"]!.AsArray().Count);

        Assert.Equal([10, 0, 10], counts);
    }

    [Theory]
    [InlineData(EmptyListForm.Documented, "{}")]
    [InlineData(EmptyListForm.EmptyObject, "{}")]
    [InlineData(EmptyListForm.Null, """{"count":0,"numbers":null}""")]
    public async Task ListWithoutItems_HasTheChosenForm(EmptyListForm form, string body)
    {
        Server.Behavior = new() { EmptyLists = form, ListsNothing = [CarrierNames.Vonage, CarrierNames.PortSip, CarrierNames.Seven] };

        Assert.Equal(body, (await Vonage.GetAsync("/account/numbers")).Text);
        Assert.Equal(form is EmptyListForm.EmptyObject, (await Seven.GetAsync("/numbers/active")).Text == "{}");
        Assert.Equal(form is EmptyListForm.Null, (await PortSip.GetAsync("/exclusive_numbers")).Text == """{"count":0,"items":null}""");
        Assert.Equal(form is EmptyListForm.Null, (await Vonage.GetAsync(Pools)).Text.Contains("\"pools\":null", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ErrorBodyForm.KpnGateway, "\"transactionId\"")]
    [InlineData(ErrorBodyForm.ApigeeFault, "\"fault\"")]
    [InlineData(ErrorBodyForm.Message, "\"message\"")]
    [InlineData(ErrorBodyForm.EmptyObject, "{}")]
    [InlineData(ErrorBodyForm.NoBody, "")]
    [InlineData(ErrorBodyForm.Html, "<center>nginx</center>")]
    public async Task GatewayErrors_HaveTheGatewaysBody_WherePathOrCredentialsAreWrong(ErrorBodyForm form, string mark)
    {
        Server.Behavior = new() { GatewayErrors = form };
        var kpn = await KpnAsync();
        Server.Faults.Add(new FaultRule { Kind = FaultKind.Status, Status = 503, Operation = Operations.Search });

        var responses = new[]
        {
            (await kpn.GetAsync("/no/such/path"), 404),
            (await Vonage.GetAsync("/v2/numberpools/account/a1b2c3d4/pools"), 404),
            (await Anonymous(new Uri(Server.BaseAddress, "kpnn")).GetAsync("/account/numbers"), 404),
            (await Anonymous(Server.Addresses.Vonage).GetAsync(Pools), 401),
            (await Vonage.GetAsync("/number/search?country=GB"), 503),
        };

        Assert.All(responses, response =>
        {
            Assert.Equal(response.Item2, (int)response.Item1.Status);
            Assert.Contains(mark, response.Item1.Text, StringComparison.Ordinal);
            Assert.Equal(mark.Length == 0, response.Item1.Text.Length == 0);
        });
        Assert.Equal("not-found", (await Vonage.GetAsync(Pools + "/no-such-pool")).ProblemCode);
    }

    [Fact]
    public async Task MissingThings_HaveTheGatewaysBody_WhereChosen()
    {
        Server.Behavior = new() { MissingThings = ErrorBodyForm.EmptyObject };

        Assert.Equal("{}", (await Vonage.DeleteAsync(Pools + "/no-such-pool")).Text);
        Assert.Equal("{}", (await Seven.DeleteAsync("/numbers/active/4500005000")).Text);
        Assert.Equal("{}", (await PortSip.PostJsonAsync("/exclusive_numbers/none/destroy", "{}")).Text);
    }

    [Fact]
    public async Task KpnSearch_WithoutType_MeansLandline()
    {
        Server.Behavior = new() { KpnSearchDefaultsToLandline = true };
        var kpn = await KpnAsync();

        Assert.Empty((await kpn.GetAsync("/number/search?country=GB&features=SMS")).Json.AsObject());
        Assert.Equal(300, (int)(await kpn.GetAsync("/number/search?country=GB&features=SMS&type=mobile-lvn")).Json["count"]!);
        Assert.Equal(600, (int)(await Vonage.GetAsync("/number/search?country=GB&features=VOICE&pattern=4477")).Json["count"]! + 200);
    }

    [Fact]
    public async Task PurchaseWithoutCredit_IsUnauthorized_WhileListingWorks()
    {
        Server.Behavior = new() { WithoutCredit = [CarrierNames.Vonage] };

        var purchase = await Vonage.PostFormAsync("/number/buy", Form);

        Assert.Equal((HttpStatusCode.Unauthorized, "401"), (purchase.Status, (string?)purchase.Json["error-code"]));
        Assert.Equal(HttpStatusCode.OK, (await Vonage.GetAsync("/account/numbers")).Status);
        Assert.Empty(Server.Billing.Entries);
    }

    [Fact]
    public async Task PortSipList_IgnoresTopAndSkip_AndBlankFieldsAreNull()
    {
        Server.Behavior = new() { PortSipIgnoresPaging = true, PortSipBlankFieldsAreNull = true };
        for (var i = 0; i < 120; i++)
            Server.PortSip.Create($"10{i}");

        var items = (await PortSip.GetAsync("/exclusive_numbers?top=10&skip=50")).Json["items"]!.AsArray();

        Assert.Equal(120, items.Count);
        Assert.Null(items[0]!["description"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PortSipDuplicates_AreCreated_OnlyWhereAllowed(bool allowed)
    {
        Server.Behavior = new() { PortSipAllowsDuplicates = allowed };
        Server.PortSip.Create("1001");

        var created = await PortSip.PostJsonAsync("/exclusive_numbers", """{"number":"1001"}""");

        Assert.Equal(allowed ? HttpStatusCode.OK : HttpStatusCode.BadRequest, created.Status);
    }

    [Theory]
    [InlineData(LostResponse.Reset)]
    [InlineData(LostResponse.BadGateway)]
    public async Task LostResponse_TakesEffect_AtOnce(LostResponse how)
    {
        Server.Faults.Add(FaultRule.LostResponse(Operations.Buy, how));

        Assert.NotEqual(HttpStatusCode.OK, await StatusOrNullAsync(Vonage.PostFormAsync("/number/buy", Form)));

        Assert.Equal(Number, Assert.Single(Server.Billing.Purchases()).Number);
    }

    [Fact]
    public async Task LostResponse_OfAClientThatGivesUp_TakesEffect()
    {
        Server.Faults.Add(FaultRule.LostResponse(Operations.Buy, LostResponse.Timeout));
        using var patience = new CancellationTokenSource();
        var purchase = Vonage.SendAsync(HttpMethod.Post, "/number/buy", Carrier.Form(Form), patience.Token);
        await Server.Requests.WaitForAsync(request => request.Effects.Count > 0);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => purchase);
        Assert.NotNull(Server.Vonage.Account.Find(Number));
    }

    [Theory]
    [InlineData(LostResponse.Reset)]
    [InlineData(LostResponse.BadGateway)]
    public async Task DelayedEffect_HappensLater_ByTheEmulatorsClock(LostResponse how)
    {
        Server.Faults.Add(FaultRule.LostResponse(Operations.Buy, how, TimeSpan.FromSeconds(40)));
        var vonage = Vonage;

        Assert.NotEqual(HttpStatusCode.OK, await StatusOrNullAsync(vonage.PostFormAsync("/number/buy", Form)));
        Assert.Null(await ListedAsync(vonage));
        Assert.Empty(Server.Billing.Purchases());
        Clock.Advance(TimeSpan.FromSeconds(50));

        Assert.NotNull(await ListedAsync(vonage));
        var purchase = Assert.Single(Server.Billing.Purchases());
        Assert.Equal(Clock.GetUtcNow() - TimeSpan.FromSeconds(10), purchase.At);
        Assert.Equal(["bought GB " + Number], Server.Requests.Of(operation: Operations.Buy)[0].Effects);
    }

    [Fact]
    public async Task DelayedEffect_OfAPurchase_FailsWhereTheNumberIsTakenMeanwhile()
    {
        Server.Faults.Add(FaultRule.LostResponse(Operations.Buy, LostResponse.Reset, TimeSpan.FromSeconds(40)));
        await StatusOrNullAsync(Vonage.PostFormAsync("/number/buy", Form));
        Server.Vonage.Stock.Snatch(Number);
        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Empty(Server.Billing.Purchases());
        Assert.Null(Server.Vonage.Account.Find(Number));
    }

    [Fact]
    public async Task UnusualInventory_IsListedAsItIs_AndCanBeTakenOut()
    {
        Server.Arrange(SeedInventory.Unusual);

        var listed = (await Vonage.GetAsync(Pools + "/legacy/numbers")).Json["_embedded"]!["numbers"]!.AsArray().Select(number => (string)number!);
        var removed = await Vonage.PostJsonAsync(Pools + "/legacy/numbers/delete", Numbers("38042", "4477009000001234"));

        Assert.Equal(["12125550150", "38042", "447700900000", "4477009000001234"], listed);
        Assert.Equal(HttpStatusCode.OK, removed.Status);
        Assert.Equal(["12125550150", "447700900000"], Server.Vonage.Pools.NumbersOf("legacy"));
    }

    [Fact]
    public async Task LargeInventory_IsListedWhole()
    {
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { VonageOwnedNumbers = 0, Inventory = SeedInventory.Large }, Clock);

        Assert.Equal(589, server.Vonage.Account.Numbers.Count);
        Assert.Equal(589, server.Kpn.Account.Numbers.Count);
        Assert.Empty(server.Vonage.OtherAccount.Numbers);
    }

    [Fact]
    public async Task Reset_BringsBackTheFirstBehavior()
    {
        Server.Behavior = EmulatorProfile.Pessimistic;

        await Server.ResetAsync();

        Assert.Equal(EmulatorProfile.Compliant, Server.Behavior);
    }

    [Fact]
    public async Task Behavior_IsChangedVariantByVariant_OverHttp()
    {
        var changed = await Control.PostJsonAsync("/behavior", """
            {"profile":"pessimistic","updatesReplace":false,"gatewayErrors":"apigee-fault","readLags":{"kpn/list-owned":90},"listsNothing":["kpn"]}
            """);
        var narrowed = await Control.PostJsonAsync("/behavior", """{"poolDeletion":"wrong-verb"}""");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (changed.Status, narrowed.Status));
        Assert.False(Server.Behavior.UpdatesReplace);
        Assert.Equal(ErrorBodyForm.ApigeeFault, Server.Behavior.GatewayErrors);
        Assert.Equal(TimeSpan.FromSeconds(90), Server.Behavior.LagOf("kpn", Operations.ListOwned));
        Assert.True(Server.Behavior.PortSipIgnoresPaging);
        Assert.Equal("wrong-verb", (string?)(await Control.GetAsync("/behavior")).Json["poolDeletion"]);
    }

    [Theory]
    [InlineData("""{"profile":"optimistic"}""")]
    [InlineData("""{"updatesReplaces":true}""")]
    [InlineData("""{"gatewayErrors":"apache"}""")]
    public async Task Behavior_ThatDoesNotExist_IsRejected(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await Control.PostJsonAsync("/behavior", body)).Status);
        Assert.Equal(EmulatorProfile.Compliant, Server.Behavior);
    }

    [Fact]
    public async Task Time_IsPutForward_OverHttp()
    {
        var before = Server.Now;
        await Control.PostJsonAsync("/time", """{"advance":90.5}""");

        Assert.Equal(TimeSpan.FromSeconds(90.5), Server.Now - before);
        Assert.Equal(HttpStatusCode.BadRequest, (await Control.PostJsonAsync("/time", """{"advance":-1}""")).Status);
    }

    private static async Task<JsonNode?> ListedAsync(Carrier carrier) =>
        (await carrier.GetAsync($"/account/numbers?pattern={Number}")).Json["numbers"]?[0];

    private static async Task<HttpStatusCode?> StatusOrNullAsync(Task<ReceivedResponse> call)
    {
        try
        {
            return (await call).Status;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
