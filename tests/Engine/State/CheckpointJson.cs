using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.Secrets;

namespace PulumiNumbers.Engine.State;

/// <summary>A checkpoint as the JSON that <c>pulumi stack export</c> writes and <c>pulumi stack import</c> reads.</summary>
public static class CheckpointJson
{
    private const int Version = 3;

    // Dates must stay the texts that they are.
    private static readonly JsonLoadSettings Tolerant = new() { CommentHandling = CommentHandling.Ignore };

    /// <summary>The document with its secrets encrypted.</summary>
    public static JObject Write(Checkpoint checkpoint, ICrypter crypter, DateTimeOffset now)
    {
        var json = Write(checkpoint, map => PropertyJson.ToCheckpoint(map, crypter), now);
        if (crypter.Salt is { } salt)
            ((JObject)json["deployment"]!)["secrets_providers"] = new JObject { ["type"] = crypter.Provider, ["state"] = new JObject { ["salt"] = salt } };
        return json;
    }

    /// <summary>The document with its secrets as plain text.</summary>
    public static JObject WriteRevealed(Checkpoint checkpoint, DateTimeOffset now) => Write(checkpoint, PropertyJson.ToExport, now);

    /// <summary>Reads a document.</summary>
    /// <exception cref="JsonException">It is not a checkpoint of version 3.</exception>
    public static Checkpoint Read(string text, ICrypter crypter)
    {
        var json = Parse(text);
        if ((int?)json["version"] != Version || json["deployment"] is not JObject deployment)
            throw new JsonException($"Not a checkpoint: expected an object with \"version\": {Version} and \"deployment\".");
        return new(
            [.. Objects(deployment["resources"]).Select(r => ResourceStateJson.Read(r, crypter))],
            [.. Objects(deployment["pending_operations"]).Select(o => ReadOperation(o, crypter))]);
    }

    internal static JObject Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader, Tolerant);
    }

    internal static PendingOperation ReadOperation(JObject json, ICrypter crypter) =>
        new(ResourceStateJson.Read((JObject)json["resource"]!, crypter), Enum.Parse<OperationKind>((string)json["type"]!, ignoreCase: true));

    internal static JObject WriteOperation(PendingOperation operation, Func<PropertyMap, JObject> properties) => new()
    {
        ["resource"] = ResourceStateJson.Write(operation.Resource, properties),
        ["type"] = operation.Kind.ToString().ToLowerInvariant(),
    };

    private static JObject Write(Checkpoint checkpoint, Func<PropertyMap, JObject> properties, DateTimeOffset now)
    {
        var deployment = new JObject
        {
            ["manifest"] = new JObject
            {
                ["time"] = now.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                ["magic"] = "",
                ["version"] = "",
            },
            ["resources"] = new JArray(checkpoint.Resources.Select(r => ResourceStateJson.Write(r, properties))),
        };
        if (checkpoint.PendingOperations.Count > 0)
            deployment["pending_operations"] = new JArray(checkpoint.PendingOperations.Select(o => WriteOperation(o, properties)));
        return new JObject { ["version"] = Version, ["deployment"] = deployment };
    }

    private static IEnumerable<JObject> Objects(JToken? token) => (token as JArray)?.OfType<JObject>() ?? [];
}
