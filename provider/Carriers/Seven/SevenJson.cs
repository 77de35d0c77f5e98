using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.Seven;

/// <summary>Reads what seven.io writes.</summary>
internal static class SevenJson
{
    /// <summary>A number on offer; null for what is no telephone number.</summary>
    public static AvailableNumber? ReadAvailable(JObject json, PaymentInterval interval)
    {
        if (!Msisdn.TryParse(json.RequiredText("number"), out var number))
            return null;
        var fees = json.Child("fees")?.Child(interval.ToWireName());
        return new AvailableNumber
        {
            Number = number,
            Country = json.RequiredText("country").ToUpperInvariant(),
            Features = ReadFeatures(json),
            Fees = new NumberFees { Setup = fees?.Number("setup"), Recurring = fees?.Number("basic_charge"), Interval = interval },
        };
    }

    /// <summary>A number of the account; null for what is no telephone number.</summary>
    public static OwnedNumber? ReadOwned(JObject json)
    {
        if (!Msisdn.TryParse(json.RequiredText("number"), out var number))
            return null;
        var forwards = json.Child("forward_sms_mo");
        var billing = json.Child("billing");
        var fees = billing?.Child("fees");
        return new OwnedNumber
        {
            Number = number,
            Country = json.RequiredText("country").ToUpperInvariant(),
            Features = ReadFeatures(json),
            Settings = new NumberSettings
            {
                FriendlyName = json.Text("friendly_name") ?? "",
                SmsForward = ReadForward(forwards?.Child("sms"), "number"),
                EmailForward = ReadForward(forwards?.Child("email"), "address"),
            },
            Fees = billing is null ? null : new NumberFees
            {
                Setup = fees?.Number("setup"),
                Recurring = fees?.Number("basic_charge"),
                Interval = NumberAttributeNames.ParsePaymentInterval(billing.Text("payment_interval")) ?? PaymentInterval.Annually,
            },
            Created = json.Time("created"),
            Expires = json.Time("expires"),
        };
    }

    /// <summary>The targets of a forwarding; none of one that is off, which may still list them.</summary>
    private static IReadOnlyList<string> ReadForward(JObject? forward, string name)
        => forward is null || forward.Flag("enabled") == false ? [] : forward.Texts(name);

    private static HashSet<NumberFeature> ReadFeatures(JObject json)
    {
        var features = new HashSet<NumberFeature>();
        if (json.Child("features") is not { } flags)
            return features;
        if (flags.Flag("sms") == true)
            features.Add(NumberFeature.Sms);
        if (flags.Flag("a2p_sms") == true)
            features.Add(NumberFeature.A2pSms);
        if (flags.Flag("voice") == true)
            features.Add(NumberFeature.Voice);
        return features;
    }
}
