using PulumiNumbers.SdkGenerator.Schema;

namespace PulumiNumbers.Tests.Published.Schema;

/// <summary>A change after which a program that was valid before may not be.</summary>
/// <param name="Subject">What changed, as a user knows it: <c>NumberPool.fallback</c>.</param>
internal sealed record BreakingChange(string Subject, string What);

/// <summary>Finds the breaking changes between two versions of a schema.</summary>
internal static class SchemaComparison
{
    public static IReadOnlyList<BreakingChange> Compare(PackageSchema before, PackageSchema after) =>
    [
        .. Inputs("config", before.Config, after.Config),
        .. Inputs("Provider", before.Provider.Inputs, after.Provider.Inputs),
        .. Members(before.Resources, after.Resources, resource => resource.Token, (name, old, now) =>
            Inputs(name, old.Inputs, now.Inputs).Concat(Outputs(name, old.Properties, now.Properties))),
        .. Members(before.Functions, after.Functions, function => function.Token, (name, old, now) =>
            Inputs(name, old.Inputs, now.Inputs).Concat(Outputs(name, old.Outputs, now.Outputs))),
        .. Members(before.Objects, after.Objects, type => type.Token, (name, old, now) => Outputs(name, old.Properties, now.Properties)),
        .. Members(before.Enums, after.Enums, type => type.Token, (name, old, now) => old.Values
            .Where(value => !now.Values.Any(candidate => candidate.Value == value.Value && candidate.Name == value.Name))
            .Select(value => new BreakingChange($"{name}.{value.Name}", "removed"))),
    ];

    private static IEnumerable<BreakingChange> Members<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> token, Func<string, T, T, IEnumerable<BreakingChange>> compare)
    {
        foreach (var old in before)
        {
            var name = token(old)[(token(old).LastIndexOf(':') + 1)..];
            var now = after.SingleOrDefault(candidate => token(candidate) == token(old));
            foreach (var change in now is null ? [new BreakingChange(name, "removed")] : compare(name, old, now))
                yield return change;
        }
    }

    private static IEnumerable<BreakingChange> Inputs(string owner, IReadOnlyList<SchemaProperty> before, IReadOnlyList<SchemaProperty> after) =>
        Changed(owner, before, after).Concat(after
            .Where(now => now.Required && before.SingleOrDefault(old => old.Name == now.Name) is not { Required: true })
            .Select(now => new BreakingChange($"{owner}.{now.Name}", "now required")));

    private static IEnumerable<BreakingChange> Outputs(string owner, IReadOnlyList<SchemaProperty> before, IReadOnlyList<SchemaProperty> after) =>
        Changed(owner, before, after).Concat(before
            .Where(old => old.Required && after.SingleOrDefault(now => now.Name == old.Name) is { Required: false })
            .Select(old => new BreakingChange($"{owner}.{old.Name}", "no longer always set")));

    private static IEnumerable<BreakingChange> Changed(string owner, IReadOnlyList<SchemaProperty> before, IReadOnlyList<SchemaProperty> after)
    {
        foreach (var old in before)
        {
            var now = after.SingleOrDefault(candidate => candidate.Name == old.Name);
            if (now is null)
                yield return new BreakingChange($"{owner}.{old.Name}", "removed");
            else if (now.Type != old.Type)
                yield return new BreakingChange($"{owner}.{old.Name}", "has another type");
        }
    }
}
