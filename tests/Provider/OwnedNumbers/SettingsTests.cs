using Grpc.Core;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Emulator.Nexmo;
using PulumiNumbers.Tests.Provider.Harness;
using Pulumirpc;

namespace PulumiNumbers.Tests.Provider.OwnedNumbers;

public sealed class SettingsTests : ProviderTest
{
    private const string Application = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab";

    [Theory]
    [InlineData("kpn", "447700900650")]
    [InlineData("vonage", "447700900250")]
    public async Task Every_setting_of_the_Numbers_API_is_written_changed_and_cleared(string carrier, string number)
    {
        var declared = Wire.Of(new { carrier, country = "GB", number });
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", declared.With(new
        {
            moHttpUrl = "https://sms.example.com/in",
            moSmppSysType = "inbound",
            voiceCallbackType = "sip",
            voiceCallbackValue = "sip:a@example.com",
            voiceStatusCallback = "https://voice.example.com/end",
        }));

        Assert.Equal(
            ("https://sms.example.com/in", "inbound", "sip", "sip:a@example.com", "https://voice.example.com/end"), There(carrier, number));
        Assert.Equal("inbound", owned.State.Text("moSmppSysType"));
        Assert.Equal("https://voice.example.com/end", owned.State.Text("voiceStatusCallback"));

        var changed = await Numbers.UpdateAsync(owned, declared.With(new
        {
            moHttpUrl = "https://sms.example.com/other",
            moSmppSysType = "other",
            voiceCallbackType = "tel",
            voiceCallbackValue = "447700900001",
            voiceStatusCallback = "",
        }));

        Assert.Equal(("https://sms.example.com/other", "other", "tel", "447700900001", ""), Blank(There(carrier, number)));
        await Numbers.UpdateAsync(changed, declared);
        Assert.Equal(("", "", "", "", ""), Blank(There(carrier, number)));
    }

    [Fact]
    public async Task An_application_is_linked_changed_and_unlinked_at_Vonage()
    {
        object declared = new { carrier = "vonage", country = "GB", number = "447700900250", appId = Application };
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", declared);
        Assert.Equal(Application, Numbers.Carriers.Vonage.Account.Find("447700900250")!.AppId);

        await Numbers.UpdateAsync(owned, new { carrier = "vonage", country = "GB", number = "447700900250", appId = "" });

        Assert.True(string.IsNullOrEmpty(Numbers.Carriers.Vonage.Account.Find("447700900250")!.AppId));
    }

    [Fact]
    public async Task Every_setting_of_seven_is_written_changed_and_cleared()
    {
        var declared = Wire.Of(new { carrier = "seven", country = "DK", number = "4500005000" });
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "alerts", declared.With(new
        {
            friendlyName = "Alerts",
            smsForward = new[] { "+44 7700 900001" },
            emailForward = new[] { "a@example.com", "b@example.com" },
        }));
        var there = Numbers.Carriers.Seven.Find("4500005000")!;
        Assert.Equal("Alerts", there.FriendlyName);
        Assert.Equal(["447700900001"], there.SmsForward.ToArray());
        Assert.Equal(["a@example.com", "b@example.com"], there.EmailForward.ToArray());

        var changed = await Numbers.UpdateAsync(owned, declared.With(new
        {
            friendlyName = "Other",
            smsForward = Array.Empty<string>(),
            emailForward = new[] { "b@example.com" },
        }));
        there = Numbers.Carriers.Seven.Find("4500005000")!;
        Assert.Equal("Other", there.FriendlyName);
        Assert.Empty(there.SmsForward);
        Assert.Equal(["b@example.com"], there.EmailForward.ToArray());

        await Numbers.UpdateAsync(changed, declared);
        there = Numbers.Carriers.Seven.Find("4500005000")!;
        Assert.Equal("", there.FriendlyName);
        Assert.Empty(there.EmailForward);
    }

    [Fact]
    public async Task Update_OfOneSetting_KeepsTheOthers_DeclaredOrNot_WhereTheCarrierReplaces()
    {
        Numbers.Carriers.Behavior = EmulatorProfile.Compliant with { UpdatesReplace = true };
        var declared = Wire.Of(new
        {
            carrier = "vonage",
            country = "GB",
            number = "447700900250",
            moHttpUrl = "https://sms.example.com/in",
            moSmppSysType = "inbound",
            voiceCallbackType = "tel",
            voiceCallbackValue = "447700900001",
        });
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", declared);
        Numbers.Carriers.Vonage.Account.Change("447700900250", number => number with { AppId = Application });

        await Numbers.UpdateAsync(owned, declared.With(new { voiceCallbackValue = "447700900002" }));

        var there = Find("vonage", "447700900250");
        Assert.Equal(
            ("https://sms.example.com/in", "inbound", "tel", "447700900002", Application),
            (there.MoHttpUrl, there.MoSmppSysType, there.VoiceCallbackType, there.VoiceCallbackValue, there.AppId));
    }

    [Fact]
    public async Task An_empty_setting_is_no_difference_to_a_carrier_that_has_none()
    {
        object declared = new { carrier = "kpn", country = "GB", number = "447700900650", moHttpUrl = "", voiceStatusCallback = "" };
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", declared);

        var read = await Numbers.RefreshAsync(owned);

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await Numbers.DiffAsync(owned, declared)).Changes);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await Numbers.DiffAsync(read!, declared)).Changes);
    }

    [Fact]
    public async Task Settings_that_the_carrier_does_not_report_never_show_as_drift()
    {
        object declared = new
        {
            carrier = "kpn",
            country = "GB",
            number = "447700900650",
            moSmppSysType = "inbound",
            voiceStatusCallback = "https://voice.example.com/end",
        };
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", declared);

        var read = await Numbers.RefreshAsync(owned);

        Assert.Equal("inbound", read!.State.Text("moSmppSysType"));
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await Numbers.DiffAsync(read, declared)).Changes);
    }

    [Fact]
    public async Task Drift_of_a_reported_setting_is_seen_and_repaired()
    {
        object declared = new { carrier = "vonage", country = "GB", number = "447700900250", moHttpUrl = "https://sms.example.com/in" };
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", declared);
        Numbers.Carriers.Vonage.Account.Change("447700900250", number => number with { MoHttpUrl = "https://other.example.com" });
        await Numbers.NewRunAsync();

        var read = await Numbers.RefreshAsync(owned);
        var diff = await Numbers.DiffAsync(read!, declared);
        await Numbers.UpdateAsync(read!, declared);

        Assert.Equal(["moHttpUrl"], diff.DetailedDiff.Keys);
        Assert.Equal("https://sms.example.com/in", Numbers.Carriers.Vonage.Account.Find("447700900250")!.MoHttpUrl);
    }

    [Theory]
    [InlineData("kpn", "447700900650")]
    [InlineData("vonage", "447700900250")]
    public async Task A_refused_callback_leaves_the_bought_number_in_the_state_and_the_next_run_finishes(string carrier, string number)
    {
        var declared = Wire.Of(new { carrier, country = "GB", number, moSmppSysType = "inbound", moHttpUrl = "https://sms.example.com/refuse" });

        var partial = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", declared);
        var problem = Assert.Single(partial.Problems);
        Assert.Contains("420", problem, StringComparison.Ordinal);
        Assert.Equal($"{carrier}/GB/{number}", partial.Id);
        Assert.Null(partial.State.Get("moSmppSysType"));

        var whole = await Numbers.UpdateAsync(partial, declared.With(new { moHttpUrl = "https://sms.example.com/in" }));
        Assert.Empty(whole.Problems);
        Assert.Equal("inbound", whole.State.Text("moSmppSysType"));
        Assert.Single(Numbers.Carriers.Ledger.Purchases());
    }

    [Fact]
    public async Task A_refused_change_leaves_everything_as_it_was()
    {
        var declared = Wire.Of(new { carrier = "kpn", country = "GB", number = "447700900650", moHttpUrl = "https://sms.example.com/in" });
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", declared);

        var failure = await Assert.ThrowsAsync<RpcException>(
            () => Numbers.UpdateAsync(owned, declared.With(new { moHttpUrl = "https://sms.example.com/refuse" })));

        Assert.Contains("420", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Equal("https://sms.example.com/in", Numbers.Carriers.Kpn.Account.Find("447700900650")!.MoHttpUrl);
    }

    [Fact]
    public async Task A_change_of_what_only_deletion_uses_sends_no_write()
    {
        object declared = new { carrier = "seven", country = "DK", number = "4500005000" };
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "alerts", declared);

        var changed = await Numbers.UpdateAsync(owned, new { carrier = "seven", country = "DK", number = "4500005000", deleteImmediately = true });

        Assert.Equal(true, changed.State.Get("deleteImmediately"));
        Assert.Equal(0, Numbers.Carriers.Requests.Count("seven", Operations.Update));
    }

    [Fact]
    public async Task An_update_costs_one_write_and_one_read_however_many_numbers_the_account_rents()
    {
        var declared = Wire.Of(new { carrier = "vonage", country = "GB", number = "447700900250" });
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", declared);
        await Numbers.NewRunAsync();
        Numbers.Carriers.Requests.Clear();

        await Numbers.UpdateAsync(owned, declared.With(new { moHttpUrl = "https://sms.example.com/in" }));

        Assert.Equal(1, Numbers.Carriers.Requests.Count("vonage", Operations.Update));
        Assert.Equal(1, Numbers.Carriers.Requests.Count("vonage", Operations.ListOwned));
    }

    [Fact]
    public async Task Update_OfANumberThatCannotBeRead_WritesNothing()
    {
        var declared = Wire.Of(new { carrier = "vonage", country = "GB", number = "447700900250" });
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", declared);
        Numbers.Carriers.Faults.Add(new FaultRule { Kind = FaultKind.ResetBefore, Operation = Operations.ListOwned });

        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.UpdateAsync(owned, declared.With(new { moHttpUrl = "https://sms.example.com/in" })));

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        Assert.Equal(0, Numbers.Carriers.Requests.Count("vonage", Operations.Update));
    }

    [Fact]
    public async Task An_update_of_a_number_that_is_gone_says_so()
    {
        object declared = new { carrier = "vonage", country = "GB", number = "447700900250" };
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", declared);
        Numbers.Carriers.Vonage.Account.Cancel("447700900250");
        await Numbers.NewRunAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(
            () => Numbers.UpdateAsync(owned, new { carrier = "vonage", country = "GB", number = "447700900250", moHttpUrl = "https://sms.example.com/in" }));

        Assert.Contains("447700900250", failure.Status.Detail, StringComparison.Ordinal);
    }

    private RentedNumber Find(string carrier, string number) =>
        (carrier == "kpn" ? Numbers.Carriers.Kpn.Account : Numbers.Carriers.Vonage.Account).Find(number)!;

    private (string?, string?, string?, string?, string?) There(string carrier, string number)
    {
        var there = Find(carrier, number);
        return (there.MoHttpUrl, there.MoSmppSysType, there.VoiceCallbackType, there.VoiceCallbackValue, there.VoiceStatusCallback);
    }

    private static (string, string, string, string, string) Blank((string?, string?, string?, string?, string?) there) =>
        (there.Item1 ?? "", there.Item2 ?? "", there.Item3 ?? "", there.Item4 ?? "", there.Item5 ?? "");
}
