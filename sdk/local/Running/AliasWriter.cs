using Pulumi.Utilities;

namespace Pulumi.Running;

/// <summary>Writes the names that a resource had before.</summary>
internal sealed class AliasWriter(MonitorFeatures features)
{
    /// <summary>Writes the aliases that are known.</summary>
    /// <exception cref="RunException">The engine is too old for aliases in parts.</exception>
    public async Task<IReadOnlyList<Pulumirpc.Alias>> WriteAsync(IEnumerable<Input<Alias>> aliases)
    {
        var written = new List<Pulumirpc.Alias>();
        foreach (var alias in aliases)
        {
            if (await OutputUtilities.GetValueAsync(alias.ToOutput()) is { } known)
                written.Add(known.Urn is null ? await WritePartsAsync(known) : new Pulumirpc.Alias { Urn = known.Urn });
        }

        return written;
    }

    private async Task<Pulumirpc.Alias> WritePartsAsync(Alias alias)
    {
        if (!features.AliasSpecs)
            throw new RunException("This engine takes aliases by URN only: set Alias.Urn or update the engine.");

        var parts = new Pulumirpc.Alias.Types.Spec
        {
            Name = await TextAsync(alias.Name),
            Type = await TextAsync(alias.Type),
            Stack = await TextAsync(alias.Stack),
            Project = await TextAsync(alias.Project),
        };
        var parentUrn = await TextAsync(alias.Parent is null ? alias.ParentUrn : alias.Parent.Urn);
        if (parentUrn.Length > 0)
            parts.ParentUrn = parentUrn;
        else if (alias.NoParent)
            parts.NoParent = true;

        return new Pulumirpc.Alias { Spec = parts };
    }

    private static async Task<string> TextAsync(Input<string>? part) =>
        part is null ? "" : await OutputUtilities.GetValueAsync(part.ToOutput()) ?? "";
}
