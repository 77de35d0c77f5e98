using System.Globalization;
using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Provider.Harness;

namespace PulumiNumbers.Tests.Hardening.Soak;

/// <summary>What there is, a line a thing, as the carriers hold it and as the engine's state says; the two can be compared.</summary>
internal static class Holdings
{
    public static IReadOnlyList<string> Of(EmulatorServer carriers, IReadOnlySet<string> rentedFromTheStart)
    {
        IEnumerable<string> pools = carriers.Vonage.Pools.All.Where(pool => !IsShared(pool.PoolId))
            .Select(pool => Line("pool", pool.PoolId, pool.Fallback, pool.LocalizedSenderPreferred));
        IEnumerable<string> members = carriers.Vonage.Pools.All.Where(pool => IsShared(pool.PoolId)).Select(pool => (pool.PoolId, Numbers: carriers.Vonage.Pools.NumbersOf(pool.PoolId)))
            .Where(pool => pool.Numbers.Count > 0).Select(pool => Line("members", pool.PoolId, Join(pool.Numbers)));
        IEnumerable<string> rented = carriers.Vonage.Account.Numbers.Where(number => !rentedFromTheStart.Contains(number.Msisdn))
            .Concat(carriers.Kpn.Account.Numbers).Select(number => Line("rented", number.Msisdn, number.MoHttpUrl, number.VoiceCallbackValue));
        IEnumerable<string> seven = carriers.Seven.Numbers.Select(number => Line("rented", number.Number, number.FriendlyName, Join(number.SmsForward)));
        IEnumerable<string> exclusive = carriers.PortSip.Numbers.Select(number => Line(
            "exclusive", number.Id, number.Number, number.Enabled, number.Description, Join(number.Agents.Select(queue => $"{queue.Key}={Join(queue.Value)}"))));
        return [.. pools.Concat(members).Concat(rented).Concat(seven).Concat(exclusive).Order(StringComparer.Ordinal)];
    }

    public static IReadOnlyList<string> Of(IEnumerable<Slot> slots) =>
        [.. slots.Select(slot => slot.State).OfType<ResourceUnderTest>().Select(Of).OfType<string>().Order(StringComparer.Ordinal)];

    private static string? Of(ResourceUnderTest resource)
    {
        var state = resource.State;
        return resource.Token switch
        {
            Tokens.NumberPool => Line("pool", state.Text("poolId"), state.Text("fallback"), state.Get("localizedSenderPreferred")),
            Tokens.PoolMembership => state.Texts("numbers") is { Count: > 0 } numbers ? Line("members", state.Text("poolId"), Join(numbers)) : null,
            Tokens.ExclusiveNumber => Line("exclusive", resource.Id, state.Text("number"), state.Get("enabled"), state.Text("description"), Join(Queues(state.Get("callQueues")))),
            _ when state.Text("carrier") == "seven" => Line("rented", state.Text("number"), state.Text("friendlyName"), Join(state.Texts("smsForward"))),
            _ => Line("rented", state.Text("number"), state.Text("moHttpUrl"), state.Text("voiceCallbackValue")),
        };
    }

    private static IEnumerable<string> Queues(object? queues) => queues is IReadOnlyDictionary<string, object?> map
        ? map.Select(queue => $"{queue.Key}={Join(((IEnumerable<object?>)queue.Value!).Cast<string>())}")
        : [];

    private static bool IsShared(string poolId) => poolId.StartsWith("members-", StringComparison.Ordinal);

    private static string Join(IEnumerable<string> parts) => string.Join(',', parts.Order(StringComparer.Ordinal));

    private static string Line(params ReadOnlySpan<object?> parts)
    {
        List<string> texts = [];
        foreach (var part in parts)
            texts.Add(Convert.ToString(part, CultureInfo.InvariantCulture) ?? "");
        return string.Join('|', texts);
    }
}
