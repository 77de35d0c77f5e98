using System.Linq.Expressions;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Configuration;

namespace PulumiNumbers.Provider.Accounts;

/// <summary>The error for a carrier that is needed but not configured.</summary>
internal static class MissingCredentials
{
    /// <summary>Names the carrier's keys that are missing, and every way to supply them.</summary>
    public static ResourceException Of(string carrier, IReadOnlyList<Expression<Func<NumbersConfig, object?>>> keys)
    {
        var missing = keys.Select(ConfigKey.Of).ToList();
        var commands = string.Join(" and ", missing.Select(key => $"`{key.Command}`"));
        var names = missing.Select(key => key.Variable).OfType<string>().ToList();
        var variables = $"{(names.Count == 1 ? "variable" : "variables")} {string.Join(" and ", names)}";
        return new ResourceException(
            FailureKind.Unauthenticated,
            $"{carrier} is needed here but not configured: {string.Join(", ", missing.Select(key => key.Name))} missing. " +
            $"Run {commands}, or set the environment {variables}.");
    }

    /// <summary>Says that what is missing will be known only when other resources exist.</summary>
    public static ResourceException Unknown(string carrier) => new(
        FailureKind.FailedPrecondition,
        $"{carrier} cannot be asked in this preview: the provider's configuration depends on resources that do not exist yet.");
}
