using PulumiNumbers.Emulator;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.OwnedNumbers;

public sealed class SettingTests : NumberTest
{
    public static TheoryData<string, string> Settings()
    {
        var settings = new TheoryData<string, string>();
        foreach (var setting in Setting.All)
            settings.Add(setting.Market.Carrier, setting.Property);
        return settings;
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_setting_is_written_changed_and_cleared(string carrier, string property)
    {
        var setting = Of(carrier, property);

        await Bench.UpAsync(One(With(setting, setting.Values.First)));
        Assert.Equal(setting.Values.First, setting.Read(Bench.Carriers));

        var changed = await Bench.UpAsync(One(With(setting, setting.Values.Second)));
        Assert.Equal(setting.Values.Second, setting.Read(Bench.Carriers));
        Assert.All(changed.StepOf("one").Changes, change => Assert.StartsWith(property, change.Path, StringComparison.Ordinal));

        await Bench.UpAsync(One(Cleared(setting)));
        Assert.Equal(setting.Empty, setting.Read(Bench.Carriers));
        Assert.False((await Bench.UpAsync(One(Cleared(setting)))).HasChanges);

        await Bench.UpAsync(One(With(setting, setting.Values.First)));
        await Bench.UpAsync(One(setting.Market.Named()));
        Assert.Equal(setting.Empty, setting.Read(Bench.Carriers));
        Assert.False((await Bench.UpAsync(One(setting.Market.Named()), new() { Refresh = true })).HasChanges);
        Assert.Single(Bench.Carriers.Ledger.Entries);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Drift_of_a_setting_shows_and_is_put_right_where_the_carrier_reports_it(string carrier, string property)
    {
        var setting = Of(carrier, property);
        await Bench.UpAsync(One(With(setting, setting.Values.First)));
        setting.Write(Bench.Carriers, setting.Values.Foreign);

        var refreshed = await Bench.RefreshAsync();
        var repaired = await Bench.UpAsync(One(With(setting, setting.Values.First)));

        Assert.Equal(setting.IsReported, refreshed.HasChanges);
        Assert.Equal(setting.IsReported ? StepOp.Update : StepOp.Same, repaired.StepOf("one").Op);
        Assert.Equal(setting.IsReported ? setting.Values.First : setting.Values.Foreign, setting.Read(Bench.Carriers));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_setting_that_the_carrier_reports_is_imported(string carrier, string property)
    {
        var setting = Of(carrier, property);
        setting.Market.Rent(Bench.Carriers, setting.Market.Number());
        setting.Write(Bench.Carriers, setting.Values.Foreign);
        foreach (var (name, value) in setting.Companions)
            Of(carrier, name).Write(Bench.Carriers, value);

        await Bench.ImportAsync(Tokens.OwnedNumber, "one", setting.Market.Id());

        var inputs = Bench.State.Find("one")!.Inputs;
        Assert.Equal(setting.IsReported ? setting.Values.Foreign : null, inputs.Find(property));
        Assert.False((await Bench.UpAsync(One(inputs))).HasChanges);
    }

    [Fact]
    public async Task Whether_a_number_ends_at_once_is_changed_without_a_request()
    {
        var market = Market.Seven;
        await Bench.UpAsync(One(market.Named()));
        Bench.Carriers.Requests.Clear();

        await Bench.UpAsync(One(market.Named().With("deleteImmediately", true)));
        Assert.Equal(0, Bench.Carriers.Requests.Count(CarrierNames.Seven, Operations.Update));

        await Bench.DestroyAsync();
        Assert.Null(Bench.Carriers.Seven.Find(market.Number()));
    }

    [Fact]
    public async Task The_payment_interval_is_agreed_with_the_purchase_and_kept()
    {
        var market = Market.Seven;
        await Bench.UpAsync(One(market.Named().With("paymentInterval", "monthly")));

        var left = await Bench.UpAsync(One(market.Named()));
        var refused = await Bench.UpFailsAsync(One(market.Named().With("paymentInterval", "annually")));

        Assert.False(left.HasChanges);
        Assert.Equal("monthly", Bench.Carriers.Seven.Find(market.Number())!.PaymentInterval);
        Assert.Contains("paymentInterval", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    private static Setting Of(string carrier, string property) =>
        Setting.All.Single(setting => setting.Market.Carrier == carrier && setting.Property == property);

    private static PropertyMap With(Setting setting, PropertyValue value) =>
        new PropertyMap(setting.Market.Named().Concat(setting.Companions)).With(setting.Property, value);

    /// <summary>A setting of two is left out with its other half: one without the other is refused.</summary>
    private static PropertyMap Cleared(Setting setting) =>
        setting.Companions.Count == 0 ? With(setting, setting.Empty) : setting.Market.Named();
}
