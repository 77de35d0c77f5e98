using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace PulumiNumbers.Rpc.Wire;

/// <summary>
/// Metadata as HTTP headers. A binary header may hold several values with commas between them. What HTTP allows and gRPC does not
/// is left out.
/// </summary>
internal static class HttpMetadata
{
    public static Metadata Read(IHeaderDictionary headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
                Add(metadata, name, value ?? "");
        }

        return metadata;
    }

    public static Metadata Read(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
                Add(metadata, name, value);
        }

        return metadata;
    }

    /// <summary>The text of an entry as it stands in a header.</summary>
    public static string ToHeader(Metadata.Entry entry) => entry.IsBinary ? Base64Header.Encode(entry.ValueBytes) : entry.Value;

    private static void Add(Metadata metadata, string name, string value)
    {
        if (GrpcProtocol.IsReserved(name) || !Metadata.Entry.IsKey(name))
            return;
        if (!name.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase))
        {
            if (Metadata.Entry.IsText(value))
                metadata.Add(name, value);
            return;
        }

        foreach (var part in value.Split(','))
        {
            if (Base64Header.TryDecode(part, out var bytes))
                metadata.Add(name, bytes);
        }
    }
}
