using System.Text.Json;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Emulator.Inventory;

namespace PulumiNumbers.Emulator.Control;

/// <summary>The emulator's own addresses below <c>/_emulator</c>. Any client of the loopback port may use them.</summary>
internal static class ControlEndpoints
{
    private const string Root = "/_emulator";

    public static void Map(IEndpointRouteBuilder routes, EmulatorServer emulator)
    {
        var actions = new ControlActions(emulator);
        routes.MapGet(Root, () => Json(new { emulator.BaseAddress, emulator.Addresses.Environment, emulator.Now }));
        routes.MapPost(Root + "/reset", async () =>
        {
            await emulator.ResetAsync();
            return Results.NoContent();
        });
        MapFaults(routes, emulator);
        MapRecords(routes, emulator);
        routes.MapGet(Root + "/behavior", () => Json(emulator.Behavior));
        MapChange<JsonObject>(routes, "/behavior", emulator, actions.ApplyBehavior);
        MapChange<SeedInventory>(routes, "/inventory", emulator, actions.Apply);
        MapChange<NumbersChange>(routes, "/numbers", emulator, actions.Apply);
        MapChange<PoolChange>(routes, "/pools", emulator, actions.Apply);
        MapChange<ExclusiveNumberChange>(routes, "/exclusive-numbers", emulator, actions.Apply);
        MapChange<CompetitorChange>(routes, "/competitors", emulator, actions.Apply);
        MapChange<TokenRevocation>(routes, "/tokens/revoke", emulator, actions.Apply);
        MapChange<CredentialChange>(routes, "/credentials", emulator, actions.Apply);
        MapChange<TimeChange>(routes, "/time", emulator, actions.Apply);
    }

    private static void MapFaults(IEndpointRouteBuilder routes, EmulatorServer emulator)
    {
        const string path = Root + "/faults";
        routes.MapGet(path, () => Json(emulator.Faults.All));
        routes.MapDelete(path, () =>
        {
            emulator.Faults.Clear();
            return Results.NoContent();
        });
        routes.MapPost(path, http => ReceiveAsync<IReadOnlyList<FaultRule>>(http, rules =>
        {
            foreach (var rule in rules)
                emulator.Faults.Add(rule);
        }));
    }

    private static void MapRecords(IEndpointRouteBuilder routes, EmulatorServer emulator)
    {
        const string requests = Root + "/requests";
        routes.MapGet(requests, (string? carrier, string? operation, string? about) =>
            Json(emulator.Requests.Of(carrier, operation).Where(request => about is null || request.Names(about))));
        routes.MapDelete(requests, () =>
        {
            emulator.Requests.Clear();
            return Results.NoContent();
        });
        routes.MapGet(requests + "/counts", (string? account, double? window) => Json(new
        {
            ByOperation = emulator.Requests.CountByOperation(account),
            MaxWithin = emulator.Requests.MaxWithin(TimeSpan.FromSeconds(window ?? 1)),
        }));
        routes.MapGet(Root + "/billing", (string? carrier, string? account) => Json(new
        {
            Entries = emulator.Billing.Entries
                .Where(entry => (carrier is null || entry.Carrier == carrier) && (account is null || entry.Account == account)),
            PaidFor = emulator.Billing.PaidFor(carrier, account),
            emulator.Billing.BoughtMoreThanOnce,
        }));
    }

    private static void MapChange<T>(IEndpointRouteBuilder routes, string path, EmulatorServer emulator, Action<T> apply) =>
        routes.MapPost(Root + path, async http =>
        {
            await ReceiveAsync(http, apply);
            await emulator.SaveAsync();
        });

    private static async Task ReceiveAsync<T>(HttpContext http, Action<T> apply)
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync<T>(http.Request.Body, ControlJson.Options, http.RequestAborted);
            apply(body ?? throw new JsonException("The body is null."));
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (JsonException e)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsync(e.Message, http.RequestAborted);
        }
    }

    private static IResult Json<T>(T value) => Results.Json(value, ControlJson.Options);
}
