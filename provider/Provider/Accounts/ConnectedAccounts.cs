using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.PortSip;
using PulumiNumbers.Carriers.Reads;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Configuration;
using PulumiNumbers.Provider.Deployments;
using PulumiNumbers.Provider.Resources;
using PulumiNumbers.Provider.Resources.OwnedNumbers;
using Key = System.Linq.Expressions.Expression<System.Func<PulumiNumbers.Provider.Configuration.NumbersConfig, object?>>;

namespace PulumiNumbers.Provider.Accounts;

/// <summary>The carrier accounts of one configuration, each connected to when it is first asked for.</summary>
internal sealed class ConnectedAccounts
{
    private static readonly IReadOnlyList<Key> VonageKeys = [config => config.VonageApiKey, config => config.VonageApiSecret];
    private static readonly IReadOnlyList<Key> KpnKeys = [config => config.KpnClientId, config => config.KpnClientSecret];
    private static readonly IReadOnlyList<Key> SevenKeys = [config => config.SevenApiKey];

    private readonly ConfigureRequest<NumbersConfig> _request;
    private readonly DeploymentContext _deployment;
    private readonly Lazy<VonagePools> _pools;
    private readonly Lazy<PbxAccount> _pbx;
    private readonly Dictionary<NumberCarrier, Lazy<NumberAccount>> _numbers;

    /// <summary>Takes a configuration; connects to nothing yet.</summary>
    public ConnectedAccounts(ConfigureRequest<NumbersConfig> request, DeploymentContext deployment, CarrierClients clients)
    {
        _request = request;
        _deployment = deployment;
        var factory = new CarrierFactory(request.Config, clients);
        _pools = new Lazy<VonagePools>(() => ConnectPools(factory));
        _pbx = new Lazy<PbxAccount>(() => ConnectPbx(factory));
        _numbers = Enum.GetValues<NumberCarrier>().ToDictionary(
            carrier => carrier, carrier => new Lazy<NumberAccount>(() => ConnectNumbers(carrier, factory)));
    }

    /// <summary>What resources need to know of each other within the run that this configuration is for.</summary>
    public RunMemory Run { get; } = new();

    /// <summary>True where the configuration protects everything that does not say otherwise; null where it does not.</summary>
    public bool? ReleaseProtection => _request.Config.ReleaseProtection == true ? true : null;

    /// <summary>Vonage's number pools.</summary>
    public VonagePools Pools => _pools.Value;

    /// <summary>The PBX.</summary>
    public PbxAccount Pbx => _pbx.Value;

    /// <summary>The Vonage account whose pools are meant where a resource names none; null where it is not configured or not known yet.</summary>
    public string? DefaultPoolAccount => _request.IsKnown(config => config.VonageAccountId)
        ? _request.Config.VonageAccountId ?? _request.Config.VonageApiKey
        : null;

    /// <summary>The account of a carrier from which numbers are rented.</summary>
    public NumberAccount Numbers(NumberCarrier carrier) => _numbers[carrier].Value;

    /// <summary>The carriers from which numbers are rented and whose credentials are configured.</summary>
    public IEnumerable<NumberCarrier> Configured => _numbers.Keys.Where(carrier => KeysOf(carrier).Keys.All(IsSet));

    private VonagePools ConnectPools(CarrierFactory factory)
    {
        Need("Vonage", VonageKeys);
        var client = factory.Pools();
        var retries = _request.Config.MaxRetries ?? NumbersConfig.DefaultMaxRetries;
        var options = new PoolReconcilerOptions
        {
            MaxRetries = retries,
            SubscriptionWait = TimeSpan.FromSeconds(_request.Config.SubscriptionWait ?? NumbersConfig.DefaultSubscriptionWait),
        };
        return new VonagePools(
            client,
            new PoolReconciler(client, new SubscriptionLookup(() => Numbers(NumberCarrier.Vonage)), options, _request.TimeProvider),
            new PoolCreator(client, retries, _request.TimeProvider),
            new PoolListings(client, DefaultPoolAccount!, _request.TimeProvider),
            DefaultPoolAccount!);
    }

    private NumberAccount ConnectNumbers(NumberCarrier carrier, CarrierFactory factory)
    {
        var (name, keys) = KeysOf(carrier);
        Need(name, keys);
        return new NumberAccount(carrier, factory.Numbers(carrier), _deployment, _request.TimeProvider)
        {
            Pools = carrier == NumberCarrier.Vonage && DefaultPoolAccount is not null ? Pools.Listings : null,
        };
    }

    private PbxAccount ConnectPbx(CarrierFactory factory)
    {
        var needed = _request.Config.PortsipToken is null && _request.IsKnown(config => config.PortsipToken)
            ? (IReadOnlyList<Key>)[config => config.PortsipUrl, config => config.PortsipUsername, config => config.PortsipPassword]
            : [config => config.PortsipUrl, config => config.PortsipToken];
        Need("The PortSIP PBX", needed);
        var client = factory.Pbx();
        return new PbxAccount(
            client,
            new ExclusiveNumberCreator(client, _request.TimeProvider),
            new SharedListing<string, ExclusiveNumberInfo>(new ExclusiveNumbersSource(client), new SharedListingOptions(), _request.TimeProvider));
    }

    private static (string Name, IReadOnlyList<Key> Keys) KeysOf(NumberCarrier carrier) => carrier switch
    {
        NumberCarrier.Kpn => ("KPN", KpnKeys),
        NumberCarrier.Vonage => ("Vonage", VonageKeys),
        NumberCarrier.Seven => ("seven.io", SevenKeys),
        _ => throw new ArgumentOutOfRangeException(nameof(carrier)),
    };

    private void Need(string carrier, IReadOnlyList<Key> keys)
    {
        if (keys.Any(key => !_request.IsKnown(key)))
            throw MissingCredentials.Unknown(carrier);
        var missing = keys.Where(key => !IsSet(key)).ToList();
        if (missing.Count > 0)
            throw MissingCredentials.Of(carrier, missing);
    }

    private bool IsSet(Key key) => key.Compile()(_request.Config) is string { Length: > 0 };
}
