using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Emulator.Nexmo;

namespace PulumiNumbers.Tests.Carriers.Vonage.Numbers;

public sealed class VonageNumbersTests : NexmoNumbersTests
{
    private const string Application = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab";

    [Fact]
    public async Task An_application_is_linked_filtered_by_and_unlinked()
    {
        var carrier = Carrier();
        var number = await RentAsync(carrier);

        await carrier.ConfigureAsync("GB", number, new NumberSettings { AppId = Application }, default);

        Assert.Equal(Application, (await carrier.FindOwnedAsync("GB", number, default))!.Settings.AppId);
        var byId = await carrier.ListOwnedAsync(new OwnedNumberFilter { ApplicationId = Application }, default).ToListAsync();
        var linked = await carrier.ListOwnedAsync(new OwnedNumberFilter { HasApplication = true }, default).ToListAsync();
        Assert.Equal([number], byId.Select(owned => owned.Number));
        Assert.Equal([number], linked.Select(owned => owned.Number));

        await carrier.ConfigureAsync("GB", number, new NumberSettings { AppId = "" }, default);

        Assert.Equal("", (await carrier.FindOwnedAsync("GB", number, default))!.Settings.AppId);
    }

    [Fact]
    public async Task Callbacks_set_in_the_dashboard_are_reported()
    {
        var carrier = Carrier();
        var number = await RentAsync(carrier);
        Account().Change(number.Digits, rented => rented with { MessagesCallbackType = "app", MessagesCallbackValue = Application });

        var owned = await carrier.FindOwnedAsync("GB", number, default);

        Assert.Equal(("app", Application), (owned!.MessagesCallbackType, owned.MessagesCallbackValue));
    }

    protected override INumberCarrier Carrier() => VonageNumbers();

    protected override NexmoAccount Account() => Server.Vonage.Account;

    protected override void Snatch(string number) => Server.Vonage.Stock.Snatch(number);
}
