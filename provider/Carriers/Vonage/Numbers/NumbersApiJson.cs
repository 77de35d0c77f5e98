using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.Vonage.Numbers;

/// <summary>Reads what the Numbers API writes: a number on offer has a cost, one that is owned has settings.</summary>
internal static class NumbersApiJson
{
    /// <summary>A page of numbers; <c>{}</c> or a null list where there are none.</summary>
    public static Page<TNumber> ReadPage<TNumber>(JObject json, Func<JObject, TNumber?> read)
        where TNumber : class
    {
        var numbers = json.Objects("numbers").ToList();
        return new Page<TNumber>([.. numbers.Select(read).OfType<TNumber>()], numbers.Count, json.Integer("count"));
    }

    /// <summary>A number on offer; null for a short code, which is no telephone number and cannot be managed here.</summary>
    public static AvailableNumber? ReadAvailable(JObject json) => ReadNumber(json) is not { } number ? null : new AvailableNumber
    {
        Number = number,
        Country = json.RequiredText("country").ToUpperInvariant(),
        Type = NumberAttributeNames.ParseType(json.Text("type")),
        Features = ReadFeatures(json),
        Fees = new NumberFees { Setup = json.Number("initialPrice"), Recurring = json.Number("cost"), Interval = PaymentInterval.Monthly },
    };

    /// <summary>An owned number; null for a short code.</summary>
    public static OwnedNumber? ReadOwned(JObject json, bool hasApplications) => ReadNumber(json) is not { } number ? null : new OwnedNumber
    {
        Number = number,
        Country = json.RequiredText("country").ToUpperInvariant(),
        Type = NumberAttributeNames.ParseType(json.Text("type")),
        Features = ReadFeatures(json),
        Settings = new NumberSettings
        {
            MoHttpUrl = json.Text("moHttpUrl") ?? "",
            VoiceCallbackType = json.Text("voiceCallbackType") ?? "",
            VoiceCallbackValue = json.Text("voiceCallbackValue") ?? "",
            AppId = hasApplications ? json.Text("app_id") ?? "" : null,
        },
        MessagesCallbackType = json.Text("messagesCallbackType"),
        MessagesCallbackValue = json.Text("messagesCallbackValue"),
    };

    private static Msisdn? ReadNumber(JObject json) => Msisdn.TryParse(json.RequiredText("msisdn"), out var number) ? number : null;

    private static HashSet<NumberFeature> ReadFeatures(JObject json)
        => json.Texts("features").Select(NumberAttributeNames.ParseFeature).OfType<NumberFeature>().ToHashSet();
}
