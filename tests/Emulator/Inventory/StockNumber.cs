namespace PulumiNumbers.Emulator.Inventory;

/// <summary>A number as a carrier offers it.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Number">E.164 digits.</param>
/// <param name="Type">Kind of line.</param>
/// <param name="Features">What it can do.</param>
/// <param name="MonthlyFee">Rent a month, in euros.</param>
/// <param name="SetupFee">Charge at purchase, in euros.</param>
public sealed record StockNumber(
    string Country, string Number, NumberType Type, NumberFeatures Features, decimal MonthlyFee, decimal SetupFee = 0);
