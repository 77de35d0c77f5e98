using System.Linq.Expressions;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.PortSip;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Configuration;
using PulumiNumbers.Provider.Deployments;
using PulumiNumbers.Provider.Resources.OwnedNumbers;

namespace PulumiNumbers.Provider.Accounts;

/// <summary>
/// The carrier accounts of the provider's configuration. Each is connected to when a resource first needs it, and that is also when
/// its credentials are asked for.
/// </summary>
public sealed class CarrierAccounts
{
    private readonly FlowLog _flow = new();
    private readonly HttpMessageHandler? _handler;
    private volatile ConnectedAccounts _accounts;

    /// <summary>Accounts of an empty configuration.</summary>
    /// <param name="deployment">What the resources of the deployment know of each other.</param>
    /// <param name="handler">Sends the requests in place of the network, for tests; null for the network.</param>
    public CarrierAccounts(DeploymentContext deployment, HttpMessageHandler? handler = null)
    {
        Deployment = deployment;
        _handler = handler;
        _accounts = Connect(new ConfigureRequest<NumbersConfig> { Config = new NumbersConfig() });
    }

    /// <summary>What the resources of the deployment know of each other.</summary>
    public DeploymentContext Deployment { get; }

    /// <summary>True where the configuration protects everything that does not say otherwise; null where it does not.</summary>
    public bool? ReleaseProtection => _accounts.ReleaseProtection;

    /// <summary>Vonage's number pools.</summary>
    /// <param name="log">The log of the operation that asks: retries and waits show there.</param>
    public VonagePools VonagePools(IResourceLog log) => For(log).Pools;

    /// <summary>The account of a carrier from which numbers are rented.</summary>
    /// <param name="carrier">Which carrier.</param>
    /// <param name="log">The log of the operation that asks: retries and waits show there.</param>
    public NumberAccount Numbers(NumberCarrier carrier, IResourceLog log) => For(log).Numbers(carrier);

    /// <summary>The accounts from which numbers are rented and whose credentials are configured.</summary>
    /// <param name="log">The log of the operation that asks: retries and waits show there.</param>
    public IEnumerable<NumberAccount> ConfiguredNumbers(IResourceLog log)
    {
        var accounts = For(log);
        return accounts.Configured.Select(accounts.Numbers);
    }

    /// <summary>The PortSIP PBX.</summary>
    /// <param name="log">The log of the operation that asks: retries and waits show there.</param>
    public PbxAccount Pbx(IResourceLog log) => For(log).Pbx;

    /// <summary>
    /// The account that a resource's pool belongs to: the one that its inputs name, else the configured one. Where that is not known yet
    /// it is the one of the last run, so that a preview does not show a replacement that will not happen.
    /// </summary>
    public string? PoolAccount<TArgs>(CheckContext<TArgs> check, Expression<Func<TArgs, object?>> accountId)
        where TArgs : class
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(accountId);
        if (!check.IsKnown(accountId))
            return null;
        return (string?)check.ValueOf(accountId)
            ?? _accounts.DefaultPoolAccount
            ?? (string?)check.PriorValueOf(accountId);
    }

    /// <summary>Takes a new configuration for all later operations.</summary>
    public void Use(ConfigureRequest<NumbersConfig> request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _flow.Fallback = request.Log;
        _accounts = Connect(request);
    }

    private ConnectedAccounts Connect(ConfigureRequest<NumbersConfig> request) =>
        new(request, Deployment, new CarrierClients(request.TimeProvider, _flow, _handler, Pacer(request.TimeProvider)));

    /// <summary>The processes of a user share the pace of an account; clients without a network pace themselves.</summary>
    private FileAccountPacer? Pacer(TimeProvider time) => _handler is null ? new(Path.Combine(UserDirectories.Runtime, "pace"), time) : null;

    /// <summary>The flow of calls that asks is the one in whose log the account's events belong.</summary>
    private ConnectedAccounts For(IResourceLog log)
    {
        _flow.Current = log;
        return _accounts;
    }
}
