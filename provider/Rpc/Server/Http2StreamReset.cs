using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace PulumiNumbers.Rpc.Server;

/// <summary>
/// Works around https://github.com/dotnet/aspnetcore/issues/53736. Kestrel pools the objects of HTTP/2 streams. When a WINDOW_UPDATE is
/// handled while the last write of a response runs with an empty window, the stream's output stays marked as scheduled, and neither the
/// writer nor the pool clears the mark. The next request that gets the object is served, but its response is never written. At the start
/// of a request nothing can have been scheduled yet, so the mark is cleared there. Delete this file, its tests and its call once the
/// runtime's own reset clears the mark in every runtime that this project supports.
/// </summary>
internal static class Http2StreamReset
{
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel.Core";
    private const string StreamType = Kestrel + ".Internal.Http2.Http2Stream";
    private const string OutputType = Kestrel + ".Internal.Http2.Http2OutputProducer";

    internal static readonly FieldInfo? Output = Type.GetType($"{StreamType}, {Kestrel}")?.GetField("_http2Output", BindingFlags.Instance | BindingFlags.NonPublic);

    internal static readonly FieldInfo? IsScheduled = Type.GetType($"{OutputType}, {Kestrel}")?.GetField("_isScheduled", BindingFlags.Instance | BindingFlags.NonPublic);

    /// <summary>Clears the mark of the request's stream; does nothing where this runtime has no such fields.</summary>
    [DynamicDependency("_http2Output", StreamType, Kestrel)]
    [DynamicDependency("_isScheduled", OutputType, Kestrel)]
    public static void Apply(IFeatureCollection request)
    {
        if (request.Get<IHttp2StreamIdFeature>() is { } stream && Output?.GetValue(stream) is { } output)
            IsScheduled?.SetValue(output, false);
    }
}
