using PulumiNumbers.Emulator.Auth;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.PortSip;

/// <summary>The PortSIP PBX. Its members are those of the usual tenant.</summary>
public sealed class PortSipExchange
{
    private readonly EmulatorState _state;
    private readonly Dictionary<string, PortSipTenant> _tenants = new(StringComparer.Ordinal);

    internal PortSipExchange(EmulatorState state, TimeProvider clock)
    {
        _state = state;
        Credentials = new CarrierCredentials(state, CarrierNames.PortSip);
        AccessTokens = new AccessTokens(clock);
        RefreshTokens = new AccessTokens(clock);
    }

    /// <summary>The usual tenant.</summary>
    public PortSipTenant Tenant => TenantOf(EmulatorCredentials.PortSipDomain);

    /// <summary>The tenant of <see cref="EmulatorCredentials.PortSipOtherDomain"/>.</summary>
    public PortSipTenant OtherTenant => TenantOf(EmulatorCredentials.PortSipOtherDomain);

    /// <summary>Who may come in, and to which tenant.</summary>
    public CarrierCredentials Credentials { get; }

    /// <summary>Each tenant's call queues.</summary>
    public IReadOnlyList<CallQueue> Queues { get; } = PortSipDirectory.Queues;

    /// <summary>Each tenant's users: extensions 1001 to 1050.</summary>
    public IReadOnlyList<Agent> Agents { get; } = PortSipDirectory.Agents;

    /// <inheritdoc cref="PortSipTenant.Numbers" />
    public IReadOnlyList<ExclusiveNumber> Numbers => Tenant.Numbers;

    /// <summary>While true, logins are refused, and so are tokens that do not expire.</summary>
    public bool CredentialsRevoked { get; set; }

    internal AccessTokens AccessTokens { get; }

    internal AccessTokens RefreshTokens { get; }

    /// <summary>A tenant by its SIP domain.</summary>
    public PortSipTenant TenantOf(string domain)
    {
        lock (_state.Gate)
            return _tenants.TryGetValue(domain, out var tenant) ? tenant : _tenants[domain] = new PortSipTenant(_state, domain);
    }

    /// <inheritdoc cref="PortSipTenant.Find" />
    public ExclusiveNumber? Find(string id) => Tenant.Find(id);

    /// <inheritdoc cref="PortSipTenant.Create" />
    public ExclusiveNumber Create(string number, bool enabled = true, string description = "") => Tenant.Create(number, enabled, description);

    /// <inheritdoc cref="PortSipTenant.Change" />
    public void Change(string id, Func<ExclusiveNumber, ExclusiveNumber> change) => Tenant.Change(id, change);

    /// <inheritdoc cref="PortSipTenant.Delete" />
    public bool Delete(string id) => Tenant.Delete(id);

    /// <summary>Makes every access token that was handed out worthless and, unless configured otherwise, every refresh token.</summary>
    public void RevokeTokens(bool refreshTokensToo = true)
    {
        AccessTokens.RevokeAll();
        if (refreshTokensToo)
            RefreshTokens.RevokeAll();
    }

    internal void Reset()
    {
        CredentialsRevoked = false;
        RevokeTokens();
        _tenants.Clear();
    }
}

/// <summary>A tenant of the PBX, as its administrators could change it elsewhere. No rule of the API is checked here.</summary>
public sealed class PortSipTenant
{
    private readonly EmulatorState _state;

    internal PortSipTenant(EmulatorState state, string domain)
    {
        _state = state;
        Domain = domain;
        History = new ChangeHistory<ExclusiveNumber>(state);
    }

    /// <summary>The tenant's SIP domain.</summary>
    public string Domain { get; }

    /// <summary>The exclusive numbers in the order of their creation.</summary>
    public IReadOnlyList<ExclusiveNumber> Numbers
    {
        get
        {
            lock (_state.Gate)
                return [.. Data.Numbers];
        }
    }

    internal PortSipData Data =>
        _state.Data.PortSip.TryGetValue(Domain, out var known) ? known : _state.Data.PortSip[Domain] = new PortSipData { LastId = FirstId };

    internal ChangeHistory<ExclusiveNumber> History { get; }

    // One sequence of ids for each tenant, so that an id of one is none of another.
    private long FirstId => Domain == EmulatorCredentials.PortSipDomain ? PortSipData.FirstId : PortSipData.FirstId + 1_000_000_000;

    /// <summary>The exclusive number with this id, or null.</summary>
    public ExclusiveNumber? Find(string id)
    {
        lock (_state.Gate)
            return Data.Numbers.Find(number => number.Id == id);
    }

    /// <summary>Creates an exclusive number without the API.</summary>
    public ExclusiveNumber Create(string number, bool enabled = true, string description = "")
    {
        lock (_state.Gate)
        {
            var created = new ExclusiveNumber
            {
                Id = PortSipDirectory.OpaqueId(++Data.LastId),
                Number = number,
                Enabled = enabled,
                Description = description,
                CreatedAt = _state.Now,
            };
            Data.Numbers.Add(created);
            _state.Touch();
            return created;
        }
    }

    /// <summary>Changes an exclusive number without the API.</summary>
    /// <exception cref="KeyNotFoundException">There is none with this id.</exception>
    public void Change(string id, Func<ExclusiveNumber, ExclusiveNumber> change)
    {
        lock (_state.Gate)
        {
            History.Forget(id);
            Replace(id, change);
        }
    }

    /// <summary>Deletes an exclusive number without the API; answers whether there was one.</summary>
    public bool Delete(string id)
    {
        lock (_state.Gate)
        {
            History.Forget(id);
            _state.Touch();
            return Data.Numbers.RemoveAll(number => number.Id == id) > 0;
        }
    }

    internal ExclusiveNumber CreateByApi(string number, bool enabled, string description)
    {
        var created = Create(number, enabled, description);
        History.Record(created.Id, before: null);
        return created;
    }

    internal void ChangeByApi(string id, Func<ExclusiveNumber, ExclusiveNumber> change)
    {
        History.Record(id, Find(id));
        Replace(id, change);
    }

    internal void DeleteByApi(ExclusiveNumber number)
    {
        History.Record(number.Id, number);
        Data.Numbers.RemoveAll(other => other.Id == number.Id);
        _state.Touch();
    }

    /// <summary>The exclusive numbers as a read shows them, in the order of their creation.</summary>
    internal IReadOnlyList<ExclusiveNumber> Before(TimeSpan lag) =>
    [
        .. History.Before(lag, Data.Numbers.Select(number => KeyValuePair.Create(number.Id, number))).Values
            .OrderBy(number => PortSipDirectory.Ordinal(number.Id)),
    ];

    private void Replace(string id, Func<ExclusiveNumber, ExclusiveNumber> change)
    {
        var index = Data.Numbers.FindIndex(number => number.Id == id);
        if (index < 0)
            throw new KeyNotFoundException($"There is no exclusive number {id}.");
        Data.Numbers[index] = change(Data.Numbers[index]);
        _state.Touch();
    }
}

/// <summary>A tenant's saved state: exclusive numbers in the order of their creation.</summary>
internal sealed class PortSipData
{
    public const long FirstId = 700551909773148159;

    public List<ExclusiveNumber> Numbers { get; init; } = [];

    public long LastId { get; set; } = FirstId;
}
