using System.Collections.Immutable;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Emulator.Vonage.Pools;

namespace PulumiNumbers.Emulator;

/// <summary>
/// What the carriers' documents leave open, and what carriers were seen doing beyond them. Each property is a variant of its own and can be changed while the
/// emulator runs. The defaults are <see cref="EmulatorProfile.Compliant"/>.
/// </summary>
public sealed record EmulatorBehavior
{
    /// <summary>
    /// Whether <c>/number/update</c> clears every setting that is not sent (KPN and Vonage). False: an absent field stays, an empty one clears.
    /// </summary>
    public bool UpdatesReplace { get; init; }

    /// <summary>
    /// For how long a read shows the state before a write that came through the API: by operation (<c>list-owned</c>), or by carrier and operation
    /// (<c>kpn/list-owned</c>), which takes precedence. Reads: <c>list-owned</c>, <c>get-owned</c>, <c>search</c>, <c>list-pools</c>, <c>get-pool</c>,
    /// <c>list-pool-numbers</c>, <c>list-exclusive-numbers</c>, <c>get-exclusive-number</c>.
    /// </summary>
    public ImmutableDictionary<string, TimeSpan> ReadLags { get; init; } = ImmutableDictionary<string, TimeSpan>.Empty;

    /// <summary>
    /// Every n-th request for a page after the first comes back without its items, though the totals are right, starting with the first such request of a
    /// carrier's operation; 0: none, 1: all of them.
    /// </summary>
    public int EmptyPageInterval { get; init; }

    /// <summary>How a list without items is written.</summary>
    public EmptyListForm EmptyLists { get; init; } = EmptyListForm.Documented;

    /// <summary>Carriers (<see cref="CarrierNames"/>) whose accounts list nothing, whatever they hold; other operations work.</summary>
    public ImmutableHashSet<string> ListsNothing { get; init; } = [];

    /// <summary>
    /// Carriers of the Numbers API (vonage, kpn) whose accounts have no credit: a purchase gets 401, as if the credentials were wrong, while all else works.
    /// </summary>
    public ImmutableHashSet<string> WithoutCredit { get; init; } = [];

    /// <summary>The body of errors that come from in front of the API: unknown paths, rejected credentials, throttling, injected statuses.</summary>
    public ErrorBodyForm GatewayErrors { get; init; } = ErrorBodyForm.Own;

    /// <summary>The body of a 404 for a pool, number or exclusive number that does not exist.</summary>
    public ErrorBodyForm MissingThings { get; init; } = ErrorBodyForm.Own;

    /// <summary>Whether KPN's search means <c>landline</c> where no type is sent (OpenAPI 1.1.1).</summary>
    public bool KpnSearchDefaultsToLandline { get; init; }

    /// <summary>Whether the links of pools and pages are spelled as in Vonage's own samples, where they lead nowhere.</summary>
    public bool LinksAsInSamples { get; init; }

    /// <summary>Whether <c>GET /exclusive_numbers</c> answers all items, whatever <c>top</c> and <c>skip</c> say.</summary>
    public bool PortSipIgnoresPaging { get; init; }

    /// <summary>Whether PortSIP returns blank fields as null.</summary>
    public bool PortSipBlankFieldsAreNull { get; init; }

    /// <summary>Whether PortSIP accepts a number that exists already, as another exclusive number.</summary>
    public bool PortSipAllowsDuplicates { get; init; }

    /// <summary>Whether an account may delete pools through the API.</summary>
    public PoolDeletion PoolDeletion { get; init; } = PoolDeletion.Allowed;

    /// <summary>Which of the documented success statuses the pool service answers with.</summary>
    public PoolAnswerStyle PoolAnswers { get; init; } = PoolAnswerStyle.Reference;

    /// <summary>Whether the inner errors of a partial removal are wrapped in <c>error</c>.</summary>
    public RemovalErrorShape RemovalErrors { get; init; } = RemovalErrorShape.Alternating;

    /// <summary>How long a number bought through the Numbers API stays unknown to the pool service.</summary>
    public TimeSpan PoolAdmissionDelay { get; init; }

    /// <summary>How many times the pool service rejects a number that was just bought. Counts attempts, not time.</summary>
    public int PoolAdmissionRefusals { get; init; }

    /// <summary>The largest <c>page_size</c> that the pool service accepts.</summary>
    public int PoolMaxPageSize { get; init; } = 100;

    /// <summary>What becomes of a cancelled number.</summary>
    public ReleasedNumbers ReleasedNumbers { get; init; } = ReleasedNumbers.ReturnToStock;

    /// <summary>HTTP status under which KPN sends a failed method's body: 200 or 420. The facts have both.</summary>
    public int KpnFailureStatus { get; init; } = 200;

    /// <summary>HTTP status under which Vonage's Numbers API sends a failed method's body: 200 or 420.</summary>
    public int VonageFailureStatus { get; init; } = 420;

    /// <summary>HTTP status under which seven sends its bare-number errors: 200 or a 4xx.</summary>
    public int SevenErrorStatus { get; init; } = 200;

    /// <summary>How long a read of a carrier shows the state before a write.</summary>
    public TimeSpan LagOf(string carrier, string operation) =>
        ReadLags.GetValueOrDefault($"{carrier}/{operation}", ReadLags.GetValueOrDefault(operation));

    /// <summary>The same behavior with one lag more.</summary>
    /// <param name="read">An operation, or a carrier and an operation: <c>kpn/list-owned</c>.</param>
    /// <param name="lag">How long it shows the state before a write.</param>
    public EmulatorBehavior WithLag(string read, TimeSpan lag) => this with { ReadLags = ReadLags.SetItem(read, lag) };

    /// <summary>The same behavior with this lag on every read.</summary>
    public EmulatorBehavior WithLag(TimeSpan lag) => this with
    {
        ReadLags = ReadLags.SetItems(Operations.Reads.Select(read => KeyValuePair.Create(read, lag))),
    };
}

/// <summary>Behaviors that have a name.</summary>
public static class EmulatorProfile
{
    /// <summary>Carriers that do what their documents say.</summary>
    public static EmulatorBehavior Compliant { get; } = new();

    /// <summary>
    /// Carriers at their worst that a correct client survives without one failed operation: replacing updates, lagging reads, pages that come back empty, null
    /// lists, KPN's default type, gateway bodies, unusable links.
    /// </summary>
    public static EmulatorBehavior Pessimistic { get; } = new EmulatorBehavior
    {
        UpdatesReplace = true,
        EmptyPageInterval = 5,
        EmptyLists = EmptyListForm.Alternating,
        GatewayErrors = ErrorBodyForm.Cycle,
        KpnSearchDefaultsToLandline = true,
        LinksAsInSamples = true,
        PortSipIgnoresPaging = true,
        PortSipBlankFieldsAreNull = true,
        PoolAdmissionRefusals = 1,
    }
    .WithLag(Operations.ListOwned, TimeSpan.FromMilliseconds(300))
    .WithLag(Operations.Search, TimeSpan.FromMilliseconds(300))
    .WithLag(Operations.ListPools, TimeSpan.FromMilliseconds(300))
    .WithLag(Operations.ListExclusive, TimeSpan.FromMilliseconds(300));

    /// <summary>What the emulator does unless configured otherwise.</summary>
    public static EmulatorBehavior Default => Compliant;

    /// <summary>The profiles by name.</summary>
    public static IReadOnlyDictionary<string, EmulatorBehavior> ByName { get; } = new Dictionary<string, EmulatorBehavior>(StringComparer.OrdinalIgnoreCase)
    {
        ["compliant"] = Compliant,
        ["pessimistic"] = Pessimistic,
        ["default"] = Default,
    };
}

/// <summary>How a carrier writes a list without items.</summary>
public enum EmptyListForm
{
    /// <summary>As its documents say: <c>{}</c> in the Numbers API, an empty array elsewhere.</summary>
    Documented,

    /// <summary>The list is null: <c>"numbers": null</c>.</summary>
    Null,

    /// <summary>The whole body is <c>{}</c>.</summary>
    EmptyObject,

    /// <summary><see cref="Documented"/> and <see cref="Null"/> in turn.</summary>
    Alternating,
}

/// <summary>Whose body an error carries.</summary>
public enum ErrorBodyForm
{
    /// <summary>The API's own.</summary>
    Own,

    /// <summary><c>{transactionId, status, name, message, info}</c>, as KPN's gateway.</summary>
    KpnGateway,

    /// <summary><c>{"fault": {"faultstring", "detail": {"errorcode"}}}</c>, as Apigee.</summary>
    ApigeeFault,

    /// <summary><c>{"message": …}</c>, as API gateways with a routing table.</summary>
    Message,

    /// <summary><c>{}</c></summary>
    EmptyObject,

    /// <summary>No body and no content type.</summary>
    NoBody,

    /// <summary>An HTML page, as nginx.</summary>
    Html,

    /// <summary>All of the gateways' forms in turn.</summary>
    Cycle,
}
