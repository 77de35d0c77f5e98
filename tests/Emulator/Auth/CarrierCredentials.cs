using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Auth;

/// <summary>Which credentials open which accounts of one carrier.</summary>
public sealed class CarrierCredentials
{
    private readonly EmulatorState _state;
    private readonly string _carrier;

    internal CarrierCredentials(EmulatorState state, string carrier)
    {
        _state = state;
        _carrier = carrier;
    }

    private Dictionary<string, StoredCredential> Data => _state.Data.Credentials[_carrier];

    /// <summary>Lets credentials in, or replaces the secret and account of an id that is known.</summary>
    /// <param name="id">API key, client id, or <c>user@domain</c>.</param>
    /// <param name="secret">Secret or password; empty where the id is the secret: seven's API keys, PortSIP's tokens.</param>
    /// <param name="account">The account that they open; one that is not known yet owns nothing.</param>
    public void Set(string id, string secret, string account)
    {
        lock (_state.Gate)
        {
            Data[id] = new StoredCredential(secret, account);
            _state.Touch();
        }
    }

    /// <summary>Replaces the secret of an id; the old one is rejected from now on.</summary>
    /// <exception cref="KeyNotFoundException">The id is not known.</exception>
    public void Rotate(string id, string secret)
    {
        if (!TryRotate(id, secret))
            throw new KeyNotFoundException($"{_carrier} does not know {id}.");
    }

    internal bool TryRotate(string id, string secret)
    {
        lock (_state.Gate)
        {
            if (!Data.TryGetValue(id, out var known))
                return false;
            Set(id, secret, known.Account);
            return true;
        }
    }

    /// <summary>Rejects an id from now on.</summary>
    public void Remove(string id)
    {
        lock (_state.Gate)
        {
            Data.Remove(id);
            _state.Touch();
        }
    }

    /// <summary>The account that these credentials open; null: none.</summary>
    internal string? Authenticate(string? id, string? secret)
    {
        lock (_state.Gate)
            return id is not null && Data.TryGetValue(id, out var stored) && stored.Secret == (secret ?? "") ? stored.Account : null;
    }
}

/// <summary>The secret that goes with an id, and the account that both open.</summary>
internal sealed record StoredCredential(string Secret, string Account);
