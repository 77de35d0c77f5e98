using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Utilities;

/// <summary>Looks inside outputs, which is for tests and tools: a stack uses Apply.</summary>
public static class OutputUtilities
{
    /// <summary>An output that is unknown, as in a preview.</summary>
    public static Output<T> CreateUnknown<T>(T value) =>
        new(Task.FromResult(new OutputData<T>(value, [], IsKnown: false, IsSecret: false)));

    /// <summary>Whether the value is known.</summary>
    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.Data).IsKnown;

    /// <summary>The value, or the type's default where it is unknown.</summary>
    public static async Task<T> GetValueAsync<T>(Output<T> output)
    {
        var data = await output.Data;
        return data.IsKnown ? data.Value : default!;
    }

    /// <summary>The resources from which the value was made.</summary>
    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) => (await output.Data).Resources;
}
