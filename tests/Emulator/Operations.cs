namespace PulumiNumbers.Emulator;

/// <summary>
/// The carriers' operations as the request log and fault rules name them. KPN and Vonage share the names of the Numbers API;
/// the carrier tells them apart.
/// </summary>
public static class Operations
{
    /// <summary><c>GET …/pools</c></summary>
    public const string ListPools = "list-pools";

    /// <summary><c>POST …/pools</c></summary>
    public const string CreatePool = "create-pool";

    /// <summary><c>GET …/pools/{pool_id}</c></summary>
    public const string GetPool = "get-pool";

    /// <summary><c>PATCH …/pools/{pool_id}</c></summary>
    public const string UpdatePool = "update-pool";

    /// <summary><c>DELETE …/pools/{pool_id}</c></summary>
    public const string DeletePool = "delete-pool";

    /// <summary><c>GET …/pools/{pool_id}/numbers</c></summary>
    public const string ListPoolNumbers = "list-pool-numbers";

    /// <summary><c>POST …/pools/{pool_id}/numbers</c></summary>
    public const string AddPoolNumbers = "add-pool-numbers";

    /// <summary><c>POST …/pools/{pool_id}/numbers/delete</c></summary>
    public const string RemovePoolNumbers = "remove-pool-numbers";

    /// <summary><c>DELETE …/pools/{pool_id}/numbers/{number}</c></summary>
    public const string RemovePoolNumber = "remove-pool-number";

    /// <summary><c>GET /account/numbers</c>, and seven's <c>GET /numbers/active</c></summary>
    public const string ListOwned = "list-owned";

    /// <summary>seven's <c>GET /numbers/active/{number}</c></summary>
    public const string GetOwned = "get-owned";

    /// <summary><c>GET /number/search</c>, and seven's <c>GET /numbers/available</c></summary>
    public const string Search = "search";

    /// <summary><c>POST /number/buy</c>, and seven's <c>POST /numbers/order</c></summary>
    public const string Buy = "buy";

    /// <summary><c>POST /number/cancel</c>, and seven's <c>DELETE /numbers/active/{number}</c></summary>
    public const string Cancel = "cancel";

    /// <summary><c>POST /number/update</c>, and seven's <c>PATCH /numbers/active/{number}</c></summary>
    public const string Update = "update";

    /// <summary>A token request, at KPN and PortSIP.</summary>
    public const string Token = "token";

    /// <summary><c>GET /exclusive_numbers</c></summary>
    public const string ListExclusive = "list-exclusive-numbers";

    /// <summary><c>POST /exclusive_numbers</c></summary>
    public const string CreateExclusive = "create-exclusive-number";

    /// <summary><c>GET /exclusive_numbers/{id}</c></summary>
    public const string GetExclusive = "get-exclusive-number";

    /// <summary><c>POST /exclusive_numbers/{id}</c></summary>
    public const string UpdateExclusive = "update-exclusive-number";

    /// <summary><c>POST /exclusive_numbers/{id}/destroy</c></summary>
    public const string DeleteExclusive = "delete-exclusive-number";

    /// <summary><c>GET /exclusive_numbers/{id}/call_queues</c></summary>
    public const string ListQueues = "list-call-queues";

    /// <summary><c>GET /exclusive_numbers/{id}/call_queues/{queue_id}/agents</c></summary>
    public const string ListAgents = "list-agents";

    /// <summary><c>POST /exclusive_numbers/{id}/call_queues/{queue_id}/agents</c></summary>
    public const string SetAgents = "set-agents";

    /// <summary><c>POST /exclusive_numbers/{id}/call_queues/{queue_id}/destroy</c></summary>
    public const string RemoveAgents = "remove-agents";

    /// <summary>The operations that show what others changed, and may lag behind it.</summary>
    public static IReadOnlyList<string> Reads { get; } =
        [ListOwned, GetOwned, Search, ListPools, GetPool, ListPoolNumbers, ListExclusive, GetExclusive];
}

/// <summary>The carriers as faults, the request log and the ledger name them.</summary>
public static class CarrierNames
{
    /// <summary>Vonage, Numbers and Number Pools.</summary>
    public const string Vonage = "vonage";

    /// <summary>KPN's Phone Numbers API.</summary>
    public const string Kpn = "kpn";

    /// <summary>seven's Numbers API.</summary>
    public const string Seven = "seven";

    /// <summary>The PortSIP PBX.</summary>
    public const string PortSip = "portsip";
}
