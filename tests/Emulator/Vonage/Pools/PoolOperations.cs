using System.Text.Json;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Vonage.Pools;

/// <summary>The operations on pools themselves.</summary>
internal sealed class PoolOperations(VonageCarrier vonage, EmulatorState state)
{
    private bool Alternative => state.Options.PoolAnswers is PoolAnswerStyle.Alternative;

    public CarrierAnswer List(CarrierRequest request)
    {
        var pools = vonage.Pools.Data.Values.Where(pool => pool.Settings.AccountId == request.Route("account")).ToList();
        return PageAnswer.Of(request, state.Options.PoolMaxPageSize, "pools", pools, pool => Describe(request, pool.Settings));
    }

    public CarrierAnswer Create(CarrierRequest request)
    {
        if (request.Body.JsonObject() is not { } body)
            return InvalidJson(request);
        var reader = new PoolSettingsReader(body, allRequired: true);
        var pool = reader.Read(new EmulatedPool { PoolId = "", AccountId = request.Route("account") });
        if (reader.Wrong is { Length: > 0 } wrong)
            return Problem.Invalid(request, "validation", wrong);
        if (vonage.Pools.Data.ContainsKey(pool.PoolId))
            return Problem.Answer(request, 409, "pool-id-exists", $"A pool with the id {pool.PoolId} exists already");

        vonage.Pools.Put(pool);
        request.Effect($"created pool {pool.PoolId}");
        return CarrierAnswer.Json(Describe(request, pool), Alternative ? 200 : 201);
    }

    public CarrierAnswer Get(CarrierRequest request) =>
        Find(request) is { } pool ? CarrierAnswer.Json(Describe(request, pool.Settings)) : NotFound(request);

    public CarrierAnswer Update(CarrierRequest request)
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

        vonage.Pools.Put(changed);
        request.Effect($"updated pool {changed.PoolId}");
        return CarrierAnswer.Json(Describe(request, changed), Alternative ? 201 : 200);
    }

    public CarrierAnswer Delete(CarrierRequest request)
    {
        if (state.Options.PoolDeletion is PoolDeletion.WrongVerb)
            return Problem.Answer(request, 405, "wrong-verb", "This method is not supported for the resource");
        if (state.Options.PoolDeletion is PoolDeletion.NotImplemented)
            return Problem.Answer(request, 501, "not-implemented", "Pools are removed by support");
        if (Find(request) is not { } pool)
            return NotFound(request);

        vonage.Pools.Delete(pool.Settings.PoolId);
        request.Effect($"deleted pool {pool.Settings.PoolId}");
        return Alternative ? CarrierAnswer.Empty(System.Net.HttpStatusCode.NoContent) : CarrierAnswer.Json(Describe(request, pool.Settings));
    }

    /// <summary>The pool that the path names, if it belongs to the account that the path names.</summary>
    public PoolData? Find(CarrierRequest request) =>
        vonage.Pools.Data.TryGetValue(request.Route("pool"), out var pool) && pool.Settings.AccountId == request.Route("account") ? pool : null;

    public static CarrierAnswer NotFound(CarrierRequest request) =>
        Problem.Answer(request, 404, "not-found", $"No pool {request.Route("pool")} in account {request.Route("account")}");

    public static CarrierAnswer InvalidJson(CarrierRequest request) =>
        Problem.Answer(request, 400, "invalid-json", "The request's body is not a JSON object");

    private static bool NamesAnotherAccount(JsonObject body, string account) =>
        body.TryGetPropertyValue("account_id", out var named)
        && !(named?.GetValueKind() is JsonValueKind.String && named.GetValue<string>() == account);

    private static JsonObject Describe(CarrierRequest request, EmulatedPool pool) => new()
    {
        ["pool_id"] = pool.PoolId,
        ["account_id"] = pool.AccountId,
        ["fallback"] = pool.Fallback,
        ["localized_sender_preferred"] = pool.LocalizedSenderPreferred,
        ["predictable_sender_preferred"] = pool.PredictableSenderPreferred,
        ["_links"] = PoolLinks.OfPool(request, pool),
    };
}
