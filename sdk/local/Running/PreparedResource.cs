using System.Collections.Immutable;

namespace Pulumi.Running;

/// <summary>A resource whose inputs, parent, provider and dependencies have all arrived: ready to be sent.</summary>
/// <param name="Inputs">The inputs.</param>
/// <param name="ParentUrn">Its parent; empty for the stack.</param>
/// <param name="Provider">Its provider's reference; empty for the package's default provider.</param>
/// <param name="Dependencies">Everything that it depends on.</param>
/// <param name="PropertyDependencies">What each input depends on.</param>
/// <param name="Aliases">The names that it had before.</param>
internal sealed record PreparedResource(
    WrittenInputs Inputs,
    string ParentUrn,
    string Provider,
    ImmutableSortedSet<string> Dependencies,
    ImmutableSortedDictionary<string, ImmutableSortedSet<string>> PropertyDependencies,
    IReadOnlyList<Pulumirpc.Alias> Aliases);
