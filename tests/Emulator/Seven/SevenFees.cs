using PulumiNumbers.Emulator.Inventory;

namespace PulumiNumbers.Emulator.Seven;

/// <summary>seven's price list: a year costs ten months.</summary>
internal static class SevenFees
{
    public const decimal SmsInbound = 0;

    public const decimal VoiceInbound = 0.01m;

    public static decimal BasicCharge(StockNumber number, string interval) =>
        interval == "annually" ? number.MonthlyFee * 10 : number.MonthlyFee;

    public static decimal Setup(StockNumber number, string interval) => interval == "annually" ? 0 : number.SetupFee;
}
