using System.Globalization;
using System.Text.RegularExpressions;
using PulumiNumbers.Engine.Execution;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;
using Pulumirpc;

namespace PulumiNumbers.Engine.Monitor;

/// <summary>Understands a program's registration.</summary>
internal static class GoalReading
{
    public static Goal ToGoal(RegisterResourceRequest request, EngineOptions engine, string packageVersion)
    {
        var byProperty = request.PropertyDependencies.ToDictionary(p => p.Key, p => p.Value.Urns.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var all = request.Dependencies.ToHashSet(StringComparer.Ordinal);
        var inputs = PropertyWire.FromStruct(request.Object, (property, urn) =>
        {
            all.Add(urn);
            if (!byProperty.TryGetValue(property, out var urns))
                byProperty[property] = urns = new(StringComparer.Ordinal);
            urns.Add(urn);
        });
        // A program that does not say which property brings which dependency may mean any.
        if (byProperty.Count == 0 && all.Count > 0)
            byProperty = inputs.Keys.ToDictionary(k => k, _ => all, StringComparer.Ordinal);

        var timeouts = request.CustomTimeouts ?? new();
        return new Goal
        {
            Type = request.Type,
            Name = request.Name,
            Custom = request.Custom,
            Parent = UrnOf(request.Parent),
            Inputs = inputs,
            Dependencies = [.. all.Order(StringComparer.Ordinal).Select(Urn.Parse)],
            PropertyDependencies = byProperty
                .Where(p => p.Value.Count > 0)
                .ToDictionary(p => p.Key, p => (IReadOnlyList<Urn>)[.. p.Value.Order(StringComparer.Ordinal).Select(Urn.Parse)], StringComparer.Ordinal),
            Provider = request.Provider,
            Version = request.Version.Length > 0 ? request.Version : packageVersion,
            Protect = request.HasProtect ? request.Protect : null,
            RetainOnDelete = request.HasRetainOnDelete ? request.RetainOnDelete : null,
            DeleteBeforeReplace = request.DeleteBeforeReplaceDefined || request.DeleteBeforeReplace ? request.DeleteBeforeReplace : null,
            IgnoreChanges = [.. request.IgnoreChanges],
            ReplaceOnChanges = [.. request.ReplaceOnChanges],
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            DeletedWith = UrnOf(request.DeletedWith),
            ImportId = request.ImportId,
            CustomTimeouts = new(
                GoDuration.Seconds(timeouts.Create),
                GoDuration.Seconds(timeouts.Update),
                GoDuration.Seconds(timeouts.Delete),
                GoDuration.Seconds(timeouts.Read)),
            Aliases = [.. request.AliasURNs.Select(Urn.Parse), .. request.Aliases.Select(a => ToUrn(a, request, engine))],
        };
    }

    private static Urn ToUrn(Alias alias, RegisterResourceRequest request, EngineOptions engine)
    {
        if (alias.AliasCase == Alias.AliasOneofCase.Urn)
            return Urn.Parse(alias.Urn);
        var spec = alias.Spec;
        var parent = spec.ParentCase switch
        {
            Alias.Types.Spec.ParentOneofCase.ParentUrn => UrnOf(spec.ParentUrn),
            Alias.Types.Spec.ParentOneofCase.NoParent when spec.NoParent => null,
            _ => UrnOf(request.Parent),
        };
        return Urn.Of(Or(spec.Stack, engine.Stack), Or(spec.Project, engine.Project), parent, Or(spec.Type, request.Type), Or(spec.Name, request.Name));
    }

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;

    private static Urn? UrnOf(string text) => text.Length > 0 ? Urn.Parse(text) : null;
}

/// <summary>Durations as Pulumi's options write them: <c>90s</c>, <c>5m</c>, <c>1h30m</c>.</summary>
internal static partial class GoDuration
{
    /// <summary>The seconds; 0 for an empty text.</summary>
    /// <exception cref="FormatException">It is no duration.</exception>
    public static double Seconds(string text)
    {
        if (text.Length == 0)
            return 0;
        if (!Whole().IsMatch(text))
            throw new FormatException($"'{text}' is not a duration such as 90s, 5m or 1h30m.");
        return Part().Matches(text).Sum(p => double.Parse(p.Groups["count"].Value, CultureInfo.InvariantCulture) * p.Groups["unit"].Value switch
        {
            "h" => 3600,
            "m" => 60,
            "ms" => 1e-3,
            "us" or "µs" => 1e-6,
            "ns" => 1e-9,
            _ => 1,
        });
    }

    [GeneratedRegex(@"^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<count>[0-9]+(\.[0-9]+)?)(?<unit>ns|us|µs|ms|s|m|h)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
