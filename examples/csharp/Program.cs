using System.Collections.Immutable;
using Pulumi;
using Numbers = Pulumi.Numbers;

return await Deployment.RunAsync(() =>
{
    var config = new Config();

    // The line that customers dial: a Dutch landline number, whose calls go to the PBX.
    var hotline = new Numbers.OwnedNumber("hotline", new()
    {
        Carrier = Numbers.NumberCarrier.Kpn,
        Country = "NL",
        Type = Numbers.NumberType.Landline,
        Features = { Numbers.NumberFeature.Voice },
        MaxMonthlyFee = 2.50,
        VoiceCallbackType = Numbers.VoiceCallbackType.Sip,
        VoiceCallbackValue = "sip:hotline@pbx.example.com",
    });

    // The number to which customers reply by SMS; replies go on to the duty desk by mail.
    var replies = new Numbers.OwnedNumber("replies", new()
    {
        Carrier = Numbers.NumberCarrier.Seven,
        Country = "DE",
        Features = { Numbers.NumberFeature.Sms },
        MaxMonthlyFee = 10,
        MaxSetupFee = 15,
        PaymentInterval = Numbers.PaymentInterval.Monthly,
        FriendlyName = "Replies",
        EmailForward = { "duty-desk@example.com" },
    });

    // A number for the north, in a country that the account has none in yet.
    var north = new Numbers.OwnedNumber("north", new()
    {
        Carrier = Numbers.NumberCarrier.Vonage,
        Country = "SE",
        Type = Numbers.NumberType.MobileLvn,
        Features = { Numbers.NumberFeature.Sms },
    });

    // Messages leave from a number of the destination's country, and always from the same one.
    var senders = new Numbers.NumberPool("senders", new()
    {
        Fallback = Numbers.PoolFallback.Pool,
        LocalizedSenderPreferred = true,
        PredictableSenderPreferred = true,
    });

    // The pool holds the British numbers that are rented already, and the new one.
    var rented = Numbers.GetOwnedNumbers.Invoke(new()
    {
        Carrier = Numbers.NumberCarrier.Vonage,
        Country = "GB",
        Pattern = config.Require("senderPrefix"),
    });
    var membership = new Numbers.PoolMembership("senders", new()
    {
        PoolId = senders.PoolId,
        Numbers =
        {
            rented.Apply(owned => owned.Numbers.Select(number => number.Number).ToImmutableArray()),
            north.Number,
        },
    });

    // Calls from this customer reach three agents of the VIP queue and nobody else.
    var vip = new Numbers.ExclusiveNumber("vip", new()
    {
        Number = config.Require("vipNumber"),
        Description = "Calls go to the agents of the VIP queue",
        CallQueues = { [config.Require("vipQueue")] = config.RequireObject<ImmutableArray<string>>("vipAgents") },
    });

    return new Dictionary<string, object?>
    {
        ["hotline"] = Output.Format($"+{hotline.Number}"),
        ["replies"] = Output.Format($"+{replies.Number}"),
        ["pool"] = senders.PoolId,
        ["senders"] = membership.Numbers,
        ["vip"] = vip.Number,
        ["rentPerMonth"] = Output.All(hotline.MonthlyFee, replies.MonthlyFee, north.MonthlyFee)
            .Apply(fees => Math.Round(fees.Sum(fee => fee ?? 0), 2)),
    };
});
