using System.Net;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Nexmo;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator;

public sealed class EmulatorVonageNumbersTests : EmulatorNumbersApiTests
{
    private const string Application = "0d3f1c54-1b2a-4e6f-9c3d-5a6b7c8d9e0f";

    protected override string ForSale => "447700900300";

    protected override NexmoAccount Account => Server.Vonage.Account;

    protected override HttpStatusCode FailureStatus => (HttpStatusCode)420;

    [Fact]
    public async Task Wrong_credentials_fail_in_the_body_too()
    {
        var stranger = Keep(new Carrier(Server.Addresses.Vonage) { Authorization = Carrier.Basic("a1b2c3d4", "wrong") });

        var response = await stranger.GetAsync("/account/numbers");

        Assert.Equal(HttpStatusCode.Unauthorized, response.Status);
        Assert.Equal("""{"error-code":"401","error-code-label":"authentication failed"}""", response.Text);
    }

    [Fact]
    public async Task An_application_is_linked_shown_filtered_by_and_cleared()
    {
        Account.Subscribe("447700900301", ForSale);
        await UpdateAsync(Vonage, ("app_id", Application));

        Assert.Equal(Application, (string?)(await Vonage.GetAsync($"/account/numbers?application_id={Application}")).Json["numbers"]![0]!["app_id"]);
        Assert.Equal([ForSale], Msisdns(await Vonage.GetAsync("/account/numbers?has_application=true")));
        Assert.Equal(["447700900301"], Msisdns(await Vonage.GetAsync("/account/numbers?has_application=false")));

        await UpdateAsync(Vonage, ("app_id", ""));
        Assert.Equal("{}", (await Vonage.GetAsync("/account/numbers?has_application=true")).Text);
    }

    [Fact]
    public async Task Owned_numbers_are_filtered_by_country()
    {
        Account.Subscribe(ForSale, "31600000000");

        Assert.Equal(["31600000000"], Msisdns(await Vonage.GetAsync("/account/numbers?country=NL")));
    }

    [Fact]
    public async Task A_subaccount_buys_changes_and_cancels_by_its_key()
    {
        (string, string)[] number = [("country", "GB"), ("msisdn", ForSale), ("target_api_key", EmulatorCredentials.VonageSubaccountKey)];

        await Vonage.PostFormAsync("/number/buy", number);
        Assert.NotNull(Server.Vonage.Subaccount.Find(ForSale));
        Assert.Null(Account.Find(ForSale));
        await Vonage.PostFormAsync("/number/update", [.. number, ("moSmppSysType", "inbound")]);
        Assert.Equal("inbound", Server.Vonage.Subaccount.Find(ForSale)!.MoSmppSysType);
        await Vonage.PostFormAsync("/number/cancel", number);
        Assert.Null(Server.Vonage.Subaccount.Find(ForSale));

        AssertFailed(await Vonage.PostFormAsync("/number/buy", ("country", "GB"), ("msisdn", ForSale), ("target_api_key", "zzzzzzzz")));
    }

    [Fact]
    public async Task The_messages_callback_is_shown_and_cannot_be_written()
    {
        Account.Subscribe(ForSale);
        Account.Change(ForSale, number => number with { MessagesCallbackType = "app", MessagesCallbackValue = Application });

        await UpdateAsync(Vonage, ("messagesCallbackType", "tel"), ("messagesCallbackValue", "447700900001"));

        var listed = (await Vonage.GetAsync("/account/numbers")).Json["numbers"]![0]!;
        Assert.Equal("app", (string?)listed["messagesCallbackType"]);
        Assert.Equal(Application, (string?)listed["messagesCallbackValue"]);
    }

    internal override Task<Carrier> ClientAsync() => Task.FromResult(Vonage);
}
