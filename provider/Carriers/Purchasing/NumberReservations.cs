using System.Globalization;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Coordination;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>Whether a resource may have a number that the account owns already.</summary>
public enum AdoptionResult
{
    /// <summary>It may: the number is its own from before, or another resource of this deployment gives it up.</summary>
    Allowed,

    /// <summary>It may not: another resource of this deployment needs the number too, or is just giving it back to the carrier.</summary>
    Conflict,

    /// <summary>It may not: no resource of this deployment is known to hold the number, so it is somebody else's.</summary>
    NotOwnedByStack,
}

/// <summary>What is to become of a number whose resource is deleted.</summary>
public enum ReleaseVerdict
{
    /// <summary>It goes back to the carrier. <see cref="NumberReservations.EndRelease"/> must follow.</summary>
    Release,

    /// <summary>The same resource still has it, or is about to be created with it again.</summary>
    KeptBySelf,

    /// <summary>Another resource has it now, or is about to be created with it.</summary>
    KeptByOther,

    /// <summary>Another resource declares it and could not get it: giving it up now would lose it for both.</summary>
    DeclaredByOther,

    /// <summary>A number was bought in this deployment for the same selection: this may be the same resource under another name.</summary>
    SameSelectionBought,

    /// <summary>Its state forbids giving it up.</summary>
    Protected,

    /// <summary>The replacement of the resource failed, and which of its states lives on is not known.</summary>
    ReplacementFailed,
}

/// <summary>What is to become of a number whose resource is deleted, and which resource decides it.</summary>
/// <param name="Verdict">What is to become of it.</param>
/// <param name="Other">The URN of the resource that keeps, declares or was bought for; null for <see cref="ReleaseVerdict.Release"/>.</param>
/// <param name="IsPendingCreate">Whether the resource that keeps it is still to be created.</param>
public sealed record ReleaseDecision(ReleaseVerdict Verdict, string? Other = null, bool IsPendingCreate = false);

/// <summary>A number that a saved state says a resource has.</summary>
/// <param name="Key">The number.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null where not known.</param>
/// <param name="IsProtected">Whether the state forbids giving it up.</param>
/// <param name="IsUnconfirmed">Whether it was ordered and the carrier has not confirmed the order.</param>
/// <param name="Since">When it was bought, where the state says so.</param>
public sealed record HeldNumber(NumberKey Key, string? Country = null, bool IsProtected = false, bool IsUnconfirmed = false, DateTimeOffset? Since = null);

/// <summary>
/// Which resource of a deployment (by URN) has, declares, buys or gives up which number. It is what lets a number survive when a resource is
/// replaced or moved, and what keeps two purchases side by side from one offer. Only what was really seen or done is recorded; nothing is recorded
/// of previews.
/// </summary>
public sealed class NumberReservations : SharedMemory
{
    private readonly Dictionary<string, ResourceFacts> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<NumberKey, NumberFacts> _numbers = [];
    private readonly Dictionary<string, HashSet<string>> _boughtBySelection = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected internal override string Topic => "numbers";

    /// <summary>A resource has this number by its saved state.</summary>
    /// <param name="urn">The resource.</param>
    /// <param name="held">The number.</param>
    /// <param name="isCurrent">
    /// Whether this is the state that the engine compares with the program, rather than one that may wait for its deletion.
    /// </param>
    public void RecordState(string urn, HeldNumber held, bool isCurrent)
    {
        ArgumentNullException.ThrowIfNull(held);
        Transact<object?>(record =>
        {
            if (_resources.GetValueOrDefault(urn) is { } known && known.Held.GetValueOrDefault(held.Key) == held && (!isCurrent || known.Current == held.Key))
                return null;
            record(Fact("state", urn, held.Key, ("country", held.Country), ("protected", held.IsProtected), ("unconfirmed", held.IsUnconfirmed),
                ("since", held.Since?.ToString("O", CultureInfo.InvariantCulture)), ("current", isCurrent)));
            return null;
        });
    }

    /// <summary>What a resource has at the end of the deployment, as the program declares it.</summary>
    /// <param name="urn">The resource.</param>
    /// <param name="carrier">The carrier's name.</param>
    /// <param name="number">The very number; null where any that meets the criteria serves.</param>
    /// <param name="country">ISO 3166-1 alpha-2; null where any serves.</param>
    /// <param name="selection">All that decides which number is chosen, in one canonical text.</param>
    public void RecordDesired(string urn, string carrier, Msisdn? number, string? country, string selection)
    {
        Transact<object?>(record =>
        {
            var desired = new DesiredNumber(carrier, number, country, selection);
            if (_resources.GetValueOrDefault(urn)?.Desired != desired)
            {
                var fact = Fact("desired", urn, key: null, ("carrier", carrier), ("country", country), ("selection", selection));
                if (number is { } declared)
                    fact["number"] = declared.Digits;
                record(fact);
            }

            return null;
        });
    }

    /// <summary>The number of a carrier that the resource has from before, was kept for it, or was got in this deployment; null where there is none.</summary>
    public HeldNumber? HeldBy(string urn, string carrier) => Transact(_ =>
    {
        if (_resources.GetValueOrDefault(urn) is not { } resource)
            return null;
        var held = resource.Acquired ?? resource.Retained ?? resource.Current ?? (resource.Held.Count == 1 ? resource.Held.Keys.First() : null);
        return held is { } key && key.Carrier == carrier ? resource.Held.GetValueOrDefault(key) ?? new HeldNumber(key) : null;
    });

    /// <summary>A number of the resource that its state forbids to give up, other than the one that it declares; null where there is none.</summary>
    public HeldNumber? ProtectedFromReplacement(string urn) => Transact(_ =>
        _resources.GetValueOrDefault(urn) is { Desired: { } desired } resource
            ? resource.Held.Values.FirstOrDefault(held => held.IsProtected && !desired.Accepts(held.Key, held.Country))
            : null);

    /// <summary>A saved state says that an earlier one of the same resource had this number: the engine may still have to delete that one.</summary>
    public void RecordFormer(string urn, NumberKey key) => Transact<object?>(record =>
    {
        if (_numbers.GetValueOrDefault(key)?.FormerlyHeldBy.Contains(urn) != true)
            record(Fact("former", urn, key));
        return null;
    });

    /// <summary>The other numbers that earlier states of a resource have.</summary>
    public IReadOnlyList<NumberKey> FormerNumbers(string urn, NumberKey present) => Transact(_ =>
        _resources.GetValueOrDefault(urn) is { } resource ? resource.Held.Keys.Concat(resource.Former).Where(key => key != present).Distinct().ToList() : []);

    /// <summary>Whether a resource of this deployment bought or took over the number, whichever carrier it is rented from.</summary>
    public bool WasAcquired(Msisdn number) => Transact(_ => _numbers.Any(entry => entry.Key.Number == number && entry.Value.AcquiredBy is not null));

    /// <summary>Sets a number aside for a resource that is about to buy it, in place of what was set aside for it before.</summary>
    /// <returns>False where another resource has it, is buying it or gives it up, or its purchase was refused before.</returns>
    public bool TryReserve(string urn, NumberKey key, bool evenIfRefused = false) => Transact(record =>
    {
        var isReserved = IsAvailable(urn, key, evenIfRefused);
        if (isReserved)
            record(Fact("reserved", urn, key));
        return isReserved;
    });

    /// <summary>Whether <see cref="TryReserve"/> would succeed.</summary>
    public bool CanReserve(string urn, NumberKey key) => Transact(_ => IsAvailable(urn, key, evenIfRefused: false));

    /// <summary>Gives up what was set aside for a resource.</summary>
    public void CancelReservation(string urn) => Transact<object?>(record =>
    {
        if (_resources.GetValueOrDefault(urn)?.Reserved is { } key)
            record(Fact("unreserved", urn, key));
        return null;
    });

    /// <summary>The carrier refused to sell the number: nobody else in this deployment tries it on the strength of an older search.</summary>
    public void MarkRefused(NumberKey key) => Record(Fact("refused", urn: null, key));

    /// <summary>A resource has bought a number, or may have.</summary>
    public void Complete(string urn, NumberKey key) => Record(Fact("acquired", urn, key, ("bought", true)));

    /// <summary>A resource could not be created.</summary>
    public void MarkCreationFailed(string urn) => Record(Fact("failed", urn, key: null));

    /// <summary>Gives a number that the account owns to a resource, if it may have it.</summary>
    public AdoptionResult Adopt(string urn, NumberKey key) => Transact(record =>
    {
        var result = EvaluateAdoption(urn, key);
        if (result == AdoptionResult.Allowed)
            record(Fact("acquired", urn, key, ("bought", false)));
        return result;
    });

    /// <summary>What <see cref="Adopt"/> would answer, for a preview.</summary>
    public AdoptionResult CanAdopt(string urn, NumberKey key) => Transact(_ => EvaluateAdoption(urn, key));

    /// <summary>The resource that got the number in this deployment or has it by its state; null where there is none.</summary>
    public string? OwnerOf(NumberKey key) => Transact(_ =>
        _numbers.GetValueOrDefault(key) is { } facts ? facts.AcquiredBy ?? facts.HeldBy.FirstOrDefault() : null);

    /// <summary>The other resource that declares this very number; null where there is none.</summary>
    public string? AlsoDeclaredBy(string urn, NumberKey key) => Transact(_ =>
        _numbers.GetValueOrDefault(key)?.DeclaredBy.FirstOrDefault(other => other != urn));

    /// <summary>
    /// Waits until a resource of the deployment is known to hold the number, or the time is over. Resources make themselves known side by side, so one
    /// that takes a number over may be created before the one that gives it up has been compared.
    /// </summary>
    public async Task WaitForOwnerAsync(NumberKey key, TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            while (true)
            {
                var changed = WaitForChangeAsync(time, either.Token);
                if (Transact(_ => IsKnown(key)))
                    break;
                await changed;
            }

            either.Cancel();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over: nobody is known to hold it.
        }
    }

    /// <summary>Asks leave to give a number back to its carrier for good; nobody gets it from here on until <see cref="EndRelease"/>.</summary>
    /// <param name="urn">Whose state is deleted.</param>
    /// <param name="held">The number.</param>
    /// <param name="selection">What decided which number was chosen for that state.</param>
    public ReleaseDecision BeginRelease(string urn, HeldNumber held, string selection)
    {
        ArgumentNullException.ThrowIfNull(held);
        return Transact(record =>
        {
            var decision = Evaluate(urn, held, selection);
            switch (decision.Verdict)
            {
                case ReleaseVerdict.Release:
                    record(Fact("releasing", urn, held.Key));
                    break;
                case ReleaseVerdict.KeptBySelf or ReleaseVerdict.KeptByOther:
                    record(Fact("retained", urn, held.Key, ("country", held.Country), ("for", decision.Other)));
                    break;
            }

            return decision;
        });
    }

    /// <summary>Ends what <see cref="BeginRelease"/> granted.</summary>
    public void EndRelease(string urn, NumberKey key, bool isGone) => Record(Fact(isGone ? "gone" : "kept", urn, key));

    /// <inheritdoc/>
    protected internal override void Clear()
    {
        _resources.Clear();
        _numbers.Clear();
        _boughtBySelection.Clear();
    }

    /// <inheritdoc/>
    protected internal override void Apply(JObject fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var urn = (string?)fact["urn"] ?? "";
        var carrier = (string?)fact["carrier"] ?? "";
        NumberKey? named = Msisdn.TryParse((string?)fact["number"], out var number) ? new NumberKey(carrier, number) : null;
        var kind = (string?)fact["fact"];
        if (kind == "desired")
        {
            ApplyDesired(Of(urn), new DesiredNumber(carrier, named?.Number, (string?)fact["country"], (string?)fact["selection"] ?? ""));
            return;
        }

        if (kind == "failed")
            Of(urn).CreationFailed = true;
        if (named is not { } key)
            return;
        switch (kind)
        {
            case "state":
                Hold(Of(urn), new HeldNumber(
                    key, (string?)fact["country"], (bool?)fact["protected"] ?? false, (bool?)fact["unconfirmed"] ?? false, Time((string?)fact["since"])));
                if ((bool?)fact["current"] ?? false)
                    Of(urn).Current = key;
                break;
            case "former":
                Of(urn).Former.Add(key);
                Of(key).FormerlyHeldBy.Add(urn);
                break;
            case "reserved":
                Reserve(Of(urn), key);
                break;
            case "unreserved":
                Reserve(Of(urn), key: null);
                break;
            case "refused":
                Of(key).IsRefused = true;
                break;
            case "acquired":
                Acquire(Of(urn), key, (bool?)fact["bought"] ?? false);
                break;
            case "retained":
                Retain(Of(urn), Of((string?)fact["for"] ?? urn), new HeldNumber(key, (string?)fact["country"]));
                break;
            case "releasing":
                Of(key).ReleasedBy = urn;
                break;
            case "kept":
                Of(key).ReleasedBy = null;
                break;
            case "gone":
                Of(key).ReleasedBy = null;
                Drop(Of(urn), key);
                break;
        }
    }

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static JObject Fact(string kind, string? urn, NumberKey? key, params ReadOnlySpan<(string Name, JToken? Value)> more)
    {
        var fact = new JObject { ["fact"] = kind };
        if (urn is not null)
            fact["urn"] = urn;
        if (key is { } named)
        {
            fact["carrier"] = named.Carrier;
            fact["number"] = named.Number.Digits;
        }

        foreach (var (name, value) in more)
        {
            if (value is not null)
                fact[name] = value;
        }

        return fact;
    }

    private ReleaseDecision Evaluate(string urn, HeldNumber held, string selection)
    {
        var key = held.Key;
        var facts = Of(key);
        if (facts.AcquiredBy is { } owner)
            return Kept(urn, owner);
        if (facts.HeldBy.FirstOrDefault(other => other != urn && MayRequire(other, key)) is { } holder)
            return Kept(urn, holder);

        var self = _resources.GetValueOrDefault(urn);

        // Its replacement failed, so one of its states lives on: the one that was compared, or, where none was, nobody knows which.
        if (self is { CreationFailed: true, Acquired: null } && (self.Current is null || self.Current == key))
            return new ReleaseDecision(self.Current is null ? ReleaseVerdict.ReplacementFailed : ReleaseVerdict.KeptBySelf, urn);
        if (self is { Desired: not null, Acquired: null } && WillHave(self, held))
            return new ReleaseDecision(ReleaseVerdict.KeptBySelf, urn, IsPendingCreate: true);
        if (facts.DeclaredBy.FirstOrDefault(other => other != urn) is { } declarer)
        {
            // Deleting first is part of a replacement. At the end of a deployment there is no creation to come, so this one has failed.
            var isStillToCome = self?.Desired is not null && _resources[declarer] is { CreationFailed: false, Acquired: null };
            return new ReleaseDecision(isStillToCome ? ReleaseVerdict.KeptByOther : ReleaseVerdict.DeclaredByOther, declarer, isStillToCome);
        }

        if (held.IsProtected)
            return new ReleaseDecision(ReleaseVerdict.Protected);
        return _boughtBySelection.GetValueOrDefault(selection)?.FirstOrDefault() is { } buyer
            ? new ReleaseDecision(ReleaseVerdict.SameSelectionBought, buyer)
            : new ReleaseDecision(ReleaseVerdict.Release);
    }

    private static ReleaseDecision Kept(string urn, string keeper) =>
        new(keeper == urn ? ReleaseVerdict.KeptBySelf : ReleaseVerdict.KeptByOther, keeper);

    private AdoptionResult EvaluateAdoption(string urn, NumberKey key)
    {
        var facts = Of(key);
        if (facts.ReleasedBy is not null
            || (facts.AcquiredBy is { } owner && owner != urn)
            || facts.DeclaredBy.Any(other => other != urn)
            || facts.HeldBy.Any(other => other != urn && IsNeeded(other, key)))
            return AdoptionResult.Conflict;

        return facts.AcquiredBy == urn || facts.HeldBy.Count > 0 || facts.FormerlyHeldBy.Count > 0 || facts.RetainedFor.Contains(urn) ? AdoptionResult.Allowed : AdoptionResult.NotOwnedByStack;
    }

    private bool IsAvailable(string urn, NumberKey key, bool evenIfRefused)
    {
        if (_numbers.GetValueOrDefault(key) is not { } facts)
            return true;
        return (evenIfRefused || !facts.IsRefused)
            && facts.ReleasedBy is null
            && (facts.ReservedBy ?? urn) == urn
            && (facts.AcquiredBy ?? urn) == urn
            && facts.HeldBy.All(holder => holder == urn)
            && facts.DeclaredBy.All(other => other == urn);
    }

    private bool IsKnown(NumberKey key) =>
        _numbers.GetValueOrDefault(key) is { } facts && (facts.HeldBy.Count > 0 || facts.FormerlyHeldBy.Count > 0 || facts.AcquiredBy is not null || facts.RetainedFor.Count > 0);

    /// <summary>Whether a resource that has the number by its state is declared and keeps it.</summary>
    private bool IsNeeded(string urn, NumberKey key) =>
        _resources[urn] is { Desired: not null, Acquired: null } resource && resource.Held.TryGetValue(key, out var held) && WillHave(resource, held);

    /// <summary>Whether a resource that has the number by its state keeps it, or has not been heard of since.</summary>
    private bool MayRequire(string urn, NumberKey key) => _resources[urn].Desired is null ? _resources[urn].Acquired is null : IsNeeded(urn, key);

    /// <summary>
    /// Whether a declared resource has the number at the end. What the engine compared last is what lives; other states of the same resource only wait
    /// for their deletion.
    /// </summary>
    private static bool WillHave(ResourceFacts resource, HeldNumber held) =>
        resource.Desired is { } desired && desired.Accepts(held.Key, held.Country)
        && (desired.Number is not null || (resource.Current ?? resource.Retained ?? held.Key) == held.Key);

    private void ApplyDesired(ResourceFacts resource, DesiredNumber desired)
    {
        if (resource.Desired is { Number: { } before } former)
            Of(new NumberKey(former.Carrier, before)).DeclaredBy.Remove(resource.Urn);
        resource.Desired = desired;
        resource.CreationFailed = false;
        if (desired.Number is { } number)
            Of(new NumberKey(desired.Carrier, number)).DeclaredBy.Add(resource.Urn);

        // Declared once more after it was created: what it got then is what it has now.
        if (resource.Acquired is { } acquired && !desired.Accepts(acquired, country: null))
        {
            resource.Current = acquired;
            Of(acquired).AcquiredBy = null;
            resource.Acquired = null;
        }
    }

    private void Hold(ResourceFacts resource, HeldNumber held)
    {
        resource.Held[held.Key] = held;
        Of(held.Key).HeldBy.Add(resource.Urn);
    }

    private void Reserve(ResourceFacts resource, NumberKey? key)
    {
        if (resource.Reserved is { } before && Of(before).ReservedBy == resource.Urn)
            Of(before).ReservedBy = null;
        resource.Reserved = key;
        if (key is { } reserved)
            Of(reserved).ReservedBy = resource.Urn;
    }

    private void Acquire(ResourceFacts resource, NumberKey key, bool isBought)
    {
        Reserve(resource, key: null);
        if (resource.Retained is { } retained)
            Of(retained).RetainedFor.Remove(resource.Urn);
        resource.Retained = null;
        resource.Acquired = key;
        resource.CreationFailed = false;
        Of(key).AcquiredBy = resource.Urn;
        Hold(resource, resource.Held.GetValueOrDefault(key) ?? new HeldNumber(key));
        if (!isBought || resource.Desired is not { } desired)
            return;
        if (!_boughtBySelection.TryGetValue(desired.Selection, out var buyers))
            _boughtBySelection[desired.Selection] = buyers = new HashSet<string>(StringComparer.Ordinal);
        buyers.Add(resource.Urn);
    }

    private void Retain(ResourceFacts from, ResourceFacts keeper, HeldNumber held)
    {
        if (from != keeper)
            Drop(from, held.Key);
        if (keeper.Acquired is not null)
            return;
        keeper.Retained = held.Key;
        Of(held.Key).RetainedFor.Add(keeper.Urn);
    }

    private void Drop(ResourceFacts resource, NumberKey key)
    {
        resource.Held.Remove(key);
        resource.Former.Remove(key);
        Of(key).FormerlyHeldBy.Remove(resource.Urn);
        Of(key).HeldBy.Remove(resource.Urn);
        if (resource.Current == key)
            resource.Current = null;
        if (resource.Acquired != key)
            return;
        resource.Acquired = null;
        Of(key).AcquiredBy = null;
    }

    private ResourceFacts Of(string urn)
    {
        if (!_resources.TryGetValue(urn, out var known))
            _resources[urn] = known = new ResourceFacts(urn);
        return known;
    }

    private NumberFacts Of(NumberKey key)
    {
        if (!_numbers.TryGetValue(key, out var known))
            _numbers[key] = known = new NumberFacts();
        return known;
    }

    private sealed record DesiredNumber(string Carrier, Msisdn? Number, string? Country, string Selection)
    {
        /// <summary>A number keeps its country, so a resource that declares any number of another country declares another number.</summary>
        public bool Accepts(NumberKey key, string? country) => Carrier == key.Carrier
            && (Number is { } number ? number == key.Number : Country is null || country is null || Country == country);
    }

    private sealed class ResourceFacts(string urn)
    {
        public string Urn => urn;

        public Dictionary<NumberKey, HeldNumber> Held { get; } = [];

        public HashSet<NumberKey> Former { get; } = [];

        public NumberKey? Current { get; set; }

        public DesiredNumber? Desired { get; set; }

        public NumberKey? Acquired { get; set; }

        /// <summary>Kept for it when its state was deleted on the way to its being created again.</summary>
        public NumberKey? Retained { get; set; }

        public NumberKey? Reserved { get; set; }

        public bool CreationFailed { get; set; }
    }

    private sealed class NumberFacts
    {
        public HashSet<string> HeldBy { get; } = new(StringComparer.Ordinal);

        public HashSet<string> FormerlyHeldBy { get; } = new(StringComparer.Ordinal);

        public HashSet<string> DeclaredBy { get; } = new(StringComparer.Ordinal);

        public HashSet<string> RetainedFor { get; } = new(StringComparer.Ordinal);

        public string? ReservedBy { get; set; }

        public string? AcquiredBy { get; set; }

        public string? ReleasedBy { get; set; }

        public bool IsRefused { get; set; }
    }
}
