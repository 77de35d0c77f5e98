using Grpc.Core;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Engine;
using PulumiNumbers.Plugin.Model;
using Pulumirpc;

namespace PulumiNumbers.Plugin.Serving;

/// <summary>Serves Diff and DiffConfig.</summary>
internal sealed class DiffHandler(ProviderRegistry registry, CallRunner calls)
{
    /// <summary>Compares a resource with its new inputs.</summary>
    public Task<DiffResponse> DiffAsync(Pulumirpc.DiffRequest request, ServerCallContext call) =>
        calls.RunAsync("comparing", new Urn(request.Urn), timeout: null, call, (context, _) =>
        {
            var resource = registry.Resource(context.Type);
            var diff = resource.Diff(new OperationQuestion(context)
            {
                Id = request.Id,
                State = StructReader.ReadProperties(request.Olds),
                Inputs = StructReader.ReadProperties(request.News),
                PriorInputs = StructReader.ReadProperties(request.OldInputs ?? request.Olds),
            });
            var response = Write(diff, request.IgnoreChanges);
            response.Stables.AddRange(resource.State.Properties.Where(property => property.Attribute.Stable).Select(property => property.Name));
            return Task.FromResult(response);
        });

    /// <summary>Compares two configurations of the provider.</summary>
    public Task<DiffResponse> DiffConfigAsync(Pulumirpc.DiffRequest request, ServerCallContext call) =>
        calls.RunAsync("comparing the configuration", new Urn(request.Urn), timeout: null, call, (_, _) => Task.FromResult(Write(
            registry.Configuration.Diff(
                StructReader.ReadProperties(request.OldInputs ?? request.Olds), StructReader.ReadProperties(request.News)),
            request.IgnoreChanges)));

    private static DiffResponse Write(ResourceDiff diff, IReadOnlyCollection<string> ignored)
    {
        var shown = diff.Changes
            .Select(change => (Path: change.Path.ToString(), Change: change))
            .Where(shown => !IsIgnored(shown.Path, ignored))
            .ToList();
        var response = new DiffResponse
        {
            Changes = shown.Count == 0 ? DiffResponse.Types.DiffChanges.DiffNone : DiffResponse.Types.DiffChanges.DiffSome,
            HasDetailedDiff = true,
            DeleteBeforeReplace = diff.DeleteBeforeReplace,
        };
        foreach (var (path, change) in shown)
            response.DetailedDiff[path] = new PropertyDiff { Kind = KindOf(change), InputDiff = change.IsInputChange };
        response.Diffs.AddRange(TopLevelNames(shown.Select(change => change.Change)));
        response.Replaces.AddRange(TopLevelNames(shown.Select(change => change.Change).Where(change => change.Replaces)));
        return response;
    }

    private static IEnumerable<string> TopLevelNames(IEnumerable<PropertyChange> changes) =>
        changes.Select(change => change.Path.TopLevelName).Distinct(StringComparer.Ordinal);

    /// <summary>Older engines leave it to the provider to leave out what the user wants ignored.</summary>
    private static bool IsIgnored(string path, IReadOnlyCollection<string> ignored) => ignored.Any(ignore =>
        path.StartsWith(ignore, StringComparison.Ordinal) && (path.Length == ignore.Length || path[ignore.Length] is '.' or '['));

    private static PropertyDiff.Types.Kind KindOf(PropertyChange change) => (change.Kind, change.Replaces) switch
    {
        (ChangeKind.Add, false) => PropertyDiff.Types.Kind.Add,
        (ChangeKind.Add, true) => PropertyDiff.Types.Kind.AddReplace,
        (ChangeKind.Delete, false) => PropertyDiff.Types.Kind.Delete,
        (ChangeKind.Delete, true) => PropertyDiff.Types.Kind.DeleteReplace,
        (_, false) => PropertyDiff.Types.Kind.Update,
        (_, true) => PropertyDiff.Types.Kind.UpdateReplace,
    };
}
