using System.Globalization;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.Memberships;

/// <summary>Memberships of one pool, in words that tests are short with.</summary>
internal static class Membership
{
    /// <summary>The pool that the tests fill.</summary>
    public const string Pool = "customers";

    /// <summary>The id of a membership in it.</summary>
    public const string Id = "a1b2c3d4/" + Pool;

    /// <summary>The n-th number that the account rents, 0 to 199.</summary>
    public static string Number(int index) => string.Create(CultureInfo.InvariantCulture, $"{447700900000 + index}");

    /// <summary>Some numbers that the account rents, by their indices.</summary>
    public static string[] Numbers(params int[] indices) => [.. indices.Select(Number)];

    /// <summary>A number that the account does not rent.</summary>
    public static string Foreign(int index) => string.Create(CultureInfo.InvariantCulture, $"{447700900900 + index}");

    /// <summary>A program of one authoritative membership.</summary>
    public static StackProgram Of(params IEnumerable<string> numbers) => StackBench.One(Tokens.PoolMembership, Inputs(numbers));

    /// <summary>What a program says of a membership.</summary>
    public static PropertyMap Inputs(IEnumerable<string> numbers, bool authoritative = true, string pool = Pool) =>
        new() { ["poolId"] = pool, ["numbers"] = PropertyValue.Of(numbers), ["authoritative"] = authoritative };

    /// <summary>The numbers of a saved membership, ascending.</summary>
    public static IReadOnlyList<string> NumbersOf(ResourceState membership) =>
        [.. membership.Outputs["numbers"].AsArray.Select(number => number.AsString).Order(StringComparer.Ordinal)];
}
