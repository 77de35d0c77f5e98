using System.Collections.Immutable;
using PulumiNumbers.Emulator.Inventory;

namespace PulumiNumbers.Emulator.Seven;

/// <summary>An active number at seven.</summary>
public sealed record SevenNumber
{
    /// <summary>The number as it was on offer.</summary>
    public required StockNumber Offer { get; init; }

    /// <summary>E.164 digits.</summary>
    public string Number => Offer.Number;

    /// <summary>A name for people.</summary>
    public string FriendlyName { get; init; } = "";

    /// <summary><c>monthly</c> or <c>annually</c>.</summary>
    public string PaymentInterval { get; init; } = "annually";

    /// <summary>Numbers that inbound SMS are forwarded to.</summary>
    public ImmutableArray<string> SmsForward { get; init; } = [];

    /// <summary>Mail addresses that inbound SMS are forwarded to.</summary>
    public ImmutableArray<string> EmailForward { get; init; } = [];

    /// <summary>Webhooks of Slack that inbound SMS are forwarded to; no operation returns them.</summary>
    public ImmutableArray<string> SlackForward { get; init; } = [];

    /// <summary>When it was ordered.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When it goes, once it was cancelled.</summary>
    public DateTimeOffset? Expires { get; init; }
}

/// <summary>seven's price list: a year costs ten months.</summary>
internal static class SevenFees
{
    public const decimal SmsInbound = 0;

    public const decimal VoiceInbound = 0.01m;

    public static decimal BasicCharge(StockNumber number, string interval) =>
        interval == "annually" ? number.MonthlyFee * 10 : number.MonthlyFee;

    public static decimal Setup(StockNumber number, string interval) => interval == "annually" ? 0 : number.SetupFee;
}
