using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>What is said about numbers that are given up or must not be.</summary>
internal static class ReleaseMessages
{
    private const string LiftProtection =
        "Set `releaseProtection: false` on the resource, run `pulumi up`, and then delete or replace it.";

    /// <summary>The warning for a number that has been cancelled and still runs.</summary>
    public static string EndingWarning(NumberCarrier carrier, Msisdn number, DateTimeOffset end) =>
        $"{number} has been cancelled and ends on {Rfc3339.Text(end)}. {EnumText.Of(carrier)} offers no way to keep it through its API.";

    /// <summary>The error for a protected number whose resource is deleted.</summary>
    public static ResourceException Protected(string carrier, Msisdn number, IReadOnlyList<string> pools) => new(
        FailureKind.FailedPrecondition, $"{carrier}: {number} is protected from release and stays rented{HeldBy(pools)}. {LiftProtection}");

    /// <summary>The error for a replacement that would give up a protected number.</summary>
    public static ResourceException ProtectedFromReplacement(NumberKey key) => new(
        FailureKind.FailedPrecondition, $"{key.Carrier}: the replacement would release {key.Number}, which is protected from release. Nothing was bought. {LiftProtection}");

    /// <summary>Why a number cannot be released in this deployment; null where it may be, or stays for a good reason.</summary>
    public static ResourceException? Refusal(Urn urn, NumberKey key, ReleaseDecision decision, IReadOnlyList<string> pools)
    {
        var other = new Urn(decision.Other ?? "").Name;
        return decision.Verdict switch
        {
            ReleaseVerdict.Protected => Protected(key.Carrier, key.Number, pools),
            ReleaseVerdict.DeclaredByOther => new ResourceException(
                FailureKind.FailedPrecondition,
                $"{key.Carrier}: {key.Number} stays rented: '{other}' declares it and could not be created. If '{other}' is '{urn.Name}' under another name, " +
                $"give '{other}' the alias '{urn.Name}' ({AliasOf(urn)}) and run `pulumi up` again."),
            ReleaseVerdict.SameSelectionBought when decision.Other == urn.Value => new ResourceException(
                FailureKind.FailedPrecondition,
                $"{key.Carrier}: {key.Number} stays rented: a number was bought for the replacement of '{urn.Name}' in this deployment. Another `pulumi up` releases {key.Number}."),
            ReleaseVerdict.SameSelectionBought => new ResourceException(
                FailureKind.FailedPrecondition,
                $"{key.Carrier}: {key.Number} stays rented: a number was bought for '{other}', which declares the same, in this deployment. If '{other}' is '{urn.Name}' under another " +
                $"name, give it the alias '{urn.Name}' ({AliasOf(urn)}) before it is created. Otherwise another `pulumi up` releases {key.Number}."),
            _ => null,
        };
    }

    /// <summary>What was done about a number whose resource was deleted.</summary>
    public static string Describe(NumberKey key, Release release, IReadOnlyList<string> pools) => release switch
    {
        { Decision.Verdict: ReleaseVerdict.KeptBySelf } => $"{key.Number} is kept: the replacement uses the same number.",
        { Decision: { Verdict: ReleaseVerdict.KeptByOther, Other: { } other } } => $"{key.Number} is kept: it now belongs to '{new Urn(other).Name}'.",
        { Outcome: ReleaseOutcome.Ending } =>
            $"{key.Carrier}: cancelled {key.Number}, which runs until {Rfc3339.Text(release.Expires) ?? "the end of its period"}{HeldBy(pools)}. Set `deleteImmediately` to end a number at once.",
        { Outcome: ReleaseOutcome.AlreadyGone } => $"{key.Carrier}: {key.Number} was not rented any more.",
        _ => $"{key.Carrier}: released {key.Number}{HeldBy(pools)}. It is no longer rented.",
    };

    private static string AliasOf(Urn urn) => urn.Value;

    private static string HeldBy(IReadOnlyList<string> pools) => pools.Count switch
    {
        0 => "",
        1 => $", which pool {pools[0]} holds",
        _ => $", which pools {string.Join(", ", pools)} hold",
    };
}
