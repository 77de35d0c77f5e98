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
            return Problem.Answer(request, 409, "pool-id-exists", $"A pool with the id {pool.PoolId} exists already");

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
            return Problem.Answer(request, 409, "account-id-mismatch", "The pool belongs to another account");
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
            return Problem.Answer(request, 405, "wrong-verb", "This method is not supported for the resource");
        if (state.Behavior.PoolDeletion is PoolDeletion.NotImplemented)
            return Problem.Answer(request, 501, "not-implemented", "Pools are removed by support");
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
        Problem.Answer(request, 404, "not-found", $"No pool {request.Route("pool")} in account {request.Route("account")}");

    public static CarrierResponse InvalidJson(CarrierRequest request) =>
        Problem.Answer(request, 400, "invalid-json", "The request's body is not a JSON object");

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
