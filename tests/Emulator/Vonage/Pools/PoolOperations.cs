using System.Text.Json;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Vonage.Pools;

/// <summary>The operations on pools themselves.</summary>
internal sealed class PoolOperations(VonageCarrier vonage, EmulatorState state)
{
    private readonly PoolLinks _links = new(state);

    private bool Alternative => state.Behavior.PoolAnswers is PoolAnswerStyle.Alternative;

    public CarrierResponse List(CarrierRequest request)
    {
        var pools = state.Behavior.ListsNothing.Contains(CarrierNames.Vonage)
            ? []
            : vonage.Pools.Before(state.LagOf(request)).Where(pool => pool.AccountId == request.Route("account")).ToList();
        return PageResponse.Of(request, state, "pools", pools, pool => Describe(request, pool));
    }

    public CarrierResponse Create(CarrierRequest request)
    {
        if (request.Body.JsonObject() is not { } body)
            return InvalidJson(request);
        var reader = new PoolSettingsReader(body, allRequired: true);
        var pool = reader.Read(new EmulatedPool { PoolId = "", AccountId = request.Route("account") });
        if (reader.Wrong is { Length: > 0 } wrong)
            return Problem.Invalid(request, "validation", wrong);
        if (vonage.Pools.Data.ContainsKey(pool.PoolId))
            return Problem.Create(request, 409, "pool-id-exists", $"A pool with the id {pool.PoolId} exists already");

        vonage.Pools.PutByApi(pool);
        request.Effect($"created pool {pool.PoolId}");
        return CarrierResponse.Json(Describe(request, pool), Alternative ? 200 : 201);
    }

    public CarrierResponse Get(CarrierRequest request) =>
        FindForReading(request) is { } pool ? CarrierResponse.Json(Describe(request, pool)) : NotFound(request);

    public CarrierResponse Update(CarrierRequest request)
    {
        if (!vonage.Pools.Data.TryGetValue(request.Route("pool"), out var pool))
            return NotFound(request);
        if (request.Body.JsonObject() is not { } body)
            return InvalidJson(request);
        if (pool.Settings.AccountId != request.Route("account") || NamesAnotherAccount(body, pool.Settings.AccountId))
            return Problem.Create(request, 409, "account-id-mismatch", "The pool belongs to another account");
        var reader = new PoolSettingsReader(body, allRequired: false);
        var changed = reader.Read(pool.Settings);
        if (reader.Wrong is { Length: > 0 } wrong)
            return Problem.Invalid(request, "validation", wrong);
        if (changed.PoolId != pool.Settings.PoolId)
            return Problem.Invalid(request, "validation", ("pool_id", "differs from the pool's id"));

        vonage.Pools.PutByApi(changed);
        request.Effect($"updated pool {changed.PoolId}");
        return CarrierResponse.Json(Describe(request, changed), Alternative ? 201 : 200);
    }

    public CarrierResponse Delete(CarrierRequest request)
    {
        if (state.Behavior.PoolDeletion is PoolDeletion.WrongVerb)
            return Problem.Create(request, 405, "wrong-verb", "This method is not supported for the resource");
        if (state.Behavior.PoolDeletion is PoolDeletion.NotImplemented)
            return Problem.Create(request, 501, "not-implemented", "Pools are removed by support");
        if (Find(request) is not { } pool)
            return NotFound(request);

        vonage.Pools.DeleteByApi(pool.Settings.PoolId);
        request.Effect($"deleted pool {pool.Settings.PoolId}");
        return Alternative ? CarrierResponse.Empty(System.Net.HttpStatusCode.NoContent) : CarrierResponse.Json(Describe(request, pool.Settings));
    }

    /// <summary>The pool that the path names, if it belongs to the account that the path names.</summary>
    public PoolData? Find(CarrierRequest request) =>
        vonage.Pools.Data.TryGetValue(request.Route("pool"), out var pool) && pool.Settings.AccountId == request.Route("account") ? pool : null;

    /// <summary>The settings of that pool as the operation shows them.</summary>
    public EmulatedPool? FindForReading(CarrierRequest request) => vonage.Pools.Before(state.LagOf(request))
        .FirstOrDefault(pool => pool.PoolId == request.Route("pool") && pool.AccountId == request.Route("account"));

    public static CarrierResponse NotFound(CarrierRequest request) =>
        Problem.Create(request, 404, "not-found", $"No pool {request.Route("pool")} in account {request.Route("account")}");

    public static CarrierResponse InvalidJson(CarrierRequest request) =>
        Problem.Create(request, 400, "invalid-json", "The request's body is not a JSON object");

    private static bool NamesAnotherAccount(JsonObject body, string account) =>
        body.TryGetPropertyValue("account_id", out var named)
        && !(named?.GetValueKind() is JsonValueKind.String && named.GetValue<string>() == account);

    private JsonObject Describe(CarrierRequest request, EmulatedPool pool) => new()
    {
        ["pool_id"] = pool.PoolId,
        ["account_id"] = pool.AccountId,
        ["fallback"] = pool.Fallback,
        ["localized_sender_preferred"] = pool.LocalizedSenderPreferred,
        ["predictable_sender_preferred"] = pool.PredictableSenderPreferred,
        ["_links"] = _links.OfPool(request, pool),
    };
}

/// <summary>Reads a pool's settings out of a request's body and collects what is wrong with them.</summary>
internal sealed class PoolSettingsReader(JsonObject body, bool allRequired)
{
    private const int MaxIdLength = 255;
    private readonly List<(string Name, string Reason)> _wrong = [];

    public (string Name, string Reason)[] Wrong => [.. _wrong];

    public EmulatedPool Read(EmulatedPool prior) => prior with
    {
        PoolId = ReadText("pool_id", prior.PoolId, text => text.Trim().Length is > 0 and <= MaxIdLength ? null : "must have 1 to 255 characters"),
        Fallback = ReadText("fallback", prior.Fallback, text => text is "Pool" or "CustomFrom" or "Reject" ? null : "must be Pool, CustomFrom or Reject"),
        LocalizedSenderPreferred = ReadFlag("localized_sender_preferred", prior.LocalizedSenderPreferred),
        PredictableSenderPreferred = ReadFlag("predictable_sender_preferred", prior.PredictableSenderPreferred),
    };

    private string ReadText(string name, string prior, Func<string, string?> violation)
    {
        if (!Present(name, out var value))
            return prior;
        if (value?.GetValueKind() is not JsonValueKind.String)
        {
            _wrong.Add((name, "must be a string"));
            return prior;
        }

        var text = value.GetValue<string>();
        if (violation(text) is { } reason)
            _wrong.Add((name, reason));
        return text;
    }

    private bool ReadFlag(string name, bool prior)
    {
        if (!Present(name, out var value))
            return prior;
        if (value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
            return value.GetValue<bool>();
        _wrong.Add((name, "must be true or false"));
        return prior;
    }

    private bool Present(string name, out JsonNode? value)
    {
        if (body.TryGetPropertyValue(name, out value))
            return true;
        if (allRequired)
            _wrong.Add((name, "is required"));
        return false;
    }
}

/// <summary>The operations of Number Pools.</summary>
internal static class PoolEndpoints
{
    private const string Pools = "/v2/numberpools/accounts/{account}/pools";

    public static IEnumerable<CarrierEndpoint> For(VonageCarrier vonage, EmulatorState state)
    {
        var pools = new PoolOperations(vonage, state);
        var numbers = new PoolNumberOperations(vonage, pools, state);
        return
        [
            new(Operations.ListPools, "GET", Pools, pools.List),
            new(Operations.CreatePool, "POST", Pools, pools.Create),
            new(Operations.GetPool, "GET", Pools + "/{pool}", pools.Get),
            new(Operations.UpdatePool, "PATCH", Pools + "/{pool}", pools.Update),
            new(Operations.DeletePool, "DELETE", Pools + "/{pool}", pools.Delete),
            new(Operations.ListPoolNumbers, "GET", Pools + "/{pool}/numbers", numbers.List),
            new(Operations.AddPoolNumbers, "POST", Pools + "/{pool}/numbers", numbers.Add),
            new(Operations.RemovePoolNumbers, "POST", Pools + "/{pool}/numbers/delete", numbers.Remove),
            new(Operations.RemovePoolNumber, "DELETE", Pools + "/{pool}/numbers/{number}", numbers.RemoveOne),
        ];
    }
}
