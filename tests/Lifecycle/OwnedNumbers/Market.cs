using System.Globalization;
using PulumiNumbers.Emulator;
using PulumiNumbers.Engine.Properties;

namespace PulumiNumbers.Tests.Lifecycle.OwnedNumbers;

/// <summary>A carrier from which numbers are rented, and consecutive numbers of one country that it has on offer.</summary>
/// <param name="Carrier">The carrier's name.</param>
/// <param name="Country">The country of the numbers.</param>
/// <param name="First">The first of them.</param>
public sealed record Market(string Carrier, string Country, long First)
{
    public static Market Kpn { get; } = new(CarrierNames.Kpn, "GB", 447700900600);

    public static Market Vonage { get; } = new(CarrierNames.Vonage, "GB", 447700900200);

    public static Market Seven { get; } = new(CarrierNames.Seven, "DK", 4500005000);

    public static IReadOnlyList<Market> All { get; } = [Kpn, Vonage, Seven];

    /// <summary>The carriers' names, for theories.</summary>
    public static TheoryData<string> Carriers => new(All.Select(market => market.Carrier));

    /// <summary>Inputs that leave the choice of the number to the provider.</summary>
    public PropertyMap Any => new() { ["carrier"] = Carrier, ["country"] = Country, ["features"] = PropertyValue.Of(["SMS"]) };

    public static Market Of(string carrier) => All.Single(market => market.Carrier == carrier);

    /// <summary>One of the numbers.</summary>
    public string Number(int index = 0) => (First + index).ToString(CultureInfo.InvariantCulture);

    /// <summary>The id of a resource that has the number.</summary>
    public string Id(int index = 0) => $"{Carrier}/{Country}/{Number(index)}";

    /// <summary>Inputs that name the number.</summary>
    public PropertyMap Named(int index = 0) => new() { ["carrier"] = Carrier, ["country"] = Country, ["number"] = Number(index) };

    /// <summary>The numbers that the account rents and has not cancelled, ascending.</summary>
    public IReadOnlyList<string> Rented(EmulatorServer carriers) => Carrier switch
    {
        CarrierNames.Kpn => [.. carriers.Kpn.Account.Numbers.Select(number => number.Msisdn)],
        CarrierNames.Vonage => [.. carriers.Vonage.Account.Numbers.Select(number => number.Msisdn)],
        _ => [.. carriers.Seven.Numbers.Where(number => number.Expires is null).Select(number => number.Number)],
    };

    /// <summary>Rents the number without the provider.</summary>
    public void Rent(EmulatorServer carriers, string number)
    {
        switch (Carrier)
        {
            case CarrierNames.Kpn:
                carriers.Kpn.Account.Subscribe(number);
                break;
            case CarrierNames.Vonage:
                carriers.Vonage.Account.Subscribe(number);
                break;
            default:
                carriers.Seven.Activate(carriers.Seven.Stock.Find(number)!);
                break;
        }
    }

    /// <summary>Gives the number up without the provider.</summary>
    public void GiveUp(EmulatorServer carriers, string number) => Assert.Equal(1, Carrier switch
    {
        CarrierNames.Kpn => carriers.Kpn.Account.Cancel(number),
        CarrierNames.Vonage => carriers.Vonage.Account.Cancel(number),
        _ => carriers.Seven.Remove(number),
    });

    public override string ToString() => Carrier;
}
