using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Nexmo;

/// <summary>The operations of the Numbers API.</summary>
internal static class NexmoEndpoints
{
    public static IEnumerable<CarrierEndpoint> For(NexmoDialect dialect, EmulatorState state)
    {
        var listing = new NexmoListing(dialect);
        var rentals = new NexmoRentals(dialect, state);
        var settings = new NexmoSettings(dialect);
        return
        [
            new(Operations.ListOwned, "GET", dialect.Prefix + "/account/numbers", listing.Owned),
            new(Operations.Search, "GET", dialect.Prefix + "/number/search", listing.Available),
            new(Operations.Buy, "POST", dialect.Prefix + "/number/buy", rentals.Buy),
            new(Operations.Cancel, "POST", dialect.Prefix + "/number/cancel", rentals.Cancel),
            new(Operations.Update, "POST", dialect.Prefix + "/number/update", settings.Update),
        ];
    }
}
