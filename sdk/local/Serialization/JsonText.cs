using Google.Protobuf;

namespace Pulumi.Serialization;

/// <summary>Values that travel as JSON text: a provider's own configuration knows strings only.</summary>
internal static class JsonText
{
    /// <summary>The JSON text of an input, which is unknown or secret where the input is; nothing where it is nothing.</summary>
    public static Output<string?> Of(string path, object value) => new(WriteAsync(path, value));

    private static async Task<OutputData<string?>> WriteAsync(string path, object value)
    {
        var writer = new PropertyWriter(keepResources: false, markSecrets: false);
        var written = await writer.WriteAsync(path, value);
        var text = written is null || writer.HasUnknowns ? null : JsonFormatter.Default.Format(written);
        return new OutputData<string?>(text, [.. writer.Dependencies], !writer.HasUnknowns, writer.HasSecrets);
    }
}
