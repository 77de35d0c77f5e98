using PulumiNumbers.Emulator.Auth;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.PortSip;

/// <summary>The PortSIP PBX with one tenant.</summary>
public sealed class PortSipExchange
{
    private readonly EmulatorState _state;

    internal PortSipExchange(EmulatorState state, TimeProvider clock)
    {
        _state = state;
        AccessTokens = new AccessTokens(clock);
        RefreshTokens = new AccessTokens(clock);
    }

    /// <summary>The tenant's call queues.</summary>
    public IReadOnlyList<CallQueue> Queues { get; } = PortSipDirectory.Queues;

    /// <summary>The tenant's users: extensions 1001 to 1050.</summary>
    public IReadOnlyList<Agent> Agents { get; } = PortSipDirectory.Agents;

    /// <summary>The exclusive numbers in the order of their creation.</summary>
    public IReadOnlyList<ExclusiveNumber> Numbers
    {
        get
        {
            lock (_state.Gate)
                return [.. Data.Numbers];
        }
    }

    /// <summary>While true, logins are refused, and so is the static token.</summary>
    public bool CredentialsRevoked { get; set; }

    internal AccessTokens AccessTokens { get; }

    internal AccessTokens RefreshTokens { get; }

    internal PortSipData Data => _state.Data.PortSip;

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
            var index = Data.Numbers.FindIndex(number => number.Id == id);
            if (index < 0)
                throw new KeyNotFoundException($"There is no exclusive number {id}.");
            Data.Numbers[index] = change(Data.Numbers[index]);
            _state.Touch();
        }
    }

    /// <summary>Deletes an exclusive number without the API; answers whether there was one.</summary>
    public bool Delete(string id)
    {
        lock (_state.Gate)
        {
            _state.Touch();
            return Data.Numbers.RemoveAll(number => number.Id == id) > 0;
        }
    }

    /// <summary>Makes every access token that was handed out worthless and, unless told otherwise, every refresh token.</summary>
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
    }
}
