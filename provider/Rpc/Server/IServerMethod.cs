namespace PulumiNumbers.Rpc.Server;

/// <summary>Serves the calls of one method.</summary>
internal interface IServerMethod
{
    /// <summary>Reads the request, runs the handler and writes the responses; the status is left to the caller.</summary>
    Task ServeAsync(HttpServerCall call);
}
