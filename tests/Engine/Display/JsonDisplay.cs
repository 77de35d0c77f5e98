using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Properties;

namespace PulumiNumbers.Engine.Display;

/// <summary>The result as one JSON document, for machines; nothing while it comes about.</summary>
internal sealed class JsonDisplay(TextWriter writer, ViewOptions view, bool isSilent) : EngineListener, IDisplay
{
    public void Begin(bool preview)
    {
    }

    public async Task EndAsync(DeploymentResult result)
    {
        if (!isSilent)
            await writer.WriteLineAsync(Write(result).ToString(Formatting.Indented));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private JObject Write(DeploymentResult result) => new()
    {
        ["succeeded"] = result.Succeeded,
        ["preview"] = result.IsPreview,
        ["hasChanges"] = result.HasChanges,
        ["steps"] = new JArray(result.Steps.Where(s => !s.IsInternal).Select(Write)),
        ["drift"] = new JArray(result.Drift.Where(s => s.IsChange).Select(Write)),
        ["failed"] = new JArray(result.Failed.Select(s => s.Urn.ToString())),
        ["diagnostics"] = new JArray(result.Diagnostics.Where(d => !d.IsStatus && d.Severity > Severity.Debug).Select(Write)),
        ["outputs"] = PropertyJson.ToDisplay(result.Outputs, view.ShowSecrets),
        ["changeSummary"] = new JObject(result.Steps.Where(s => !s.IsInternal).GroupBy(s => s.Op).Select(g => new JProperty(Name(g.Key.ToString()), g.Count()))),
        ["duration"] = result.Duration.TotalSeconds,
    };

    private JObject Write(Step step)
    {
        var json = new JObject { ["op"] = Name(step.Op.ToString()), ["urn"] = step.Urn.ToString(), ["type"] = step.Type };
        if (step.Changes.Count > 0)
            json["changes"] = new JArray(step.Changes.Select(Write));
        return json;
    }

    private JObject Write(PropertyChange change)
    {
        var json = new JObject { ["path"] = change.Path, ["kind"] = Name(change.Kind.ToString()) };
        if (change.Old is { } old)
            json["old"] = Show(old);
        if (change.New is { } now)
            json["new"] = Show(now);
        return json;
    }

    private JToken Show(PropertyValue value) => PropertyJson.ToDisplay(new PropertyMap { ["value"] = value }, view.ShowSecrets)["value"]!;

    private static JObject Write(Diagnostic diagnostic)
    {
        var json = new JObject { ["severity"] = Name(diagnostic.Severity.ToString()), ["message"] = diagnostic.Message };
        if (diagnostic.Urn is { } urn)
            json["urn"] = urn.ToString();
        return json;
    }

    private static string Name(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
