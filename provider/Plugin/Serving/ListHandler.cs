using System.Globalization;
using Grpc.Core;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;
using Pulumirpc;
using ListRequest = Pulumirpc.ListRequest;

namespace PulumiNumbers.Plugin.Serving;

/// <summary>
/// Serves List. A listing is in a stable order, so a page is a run of positions in it, and the continuation token is the position at which
/// the next page begins.
/// </summary>
internal sealed class ListHandler(ProviderRegistry registry, CallRunner calls, TimeProvider timeProvider)
{
    /// <summary>Streams what could be imported, and where the next page begins if there is one.</summary>
    public Task ListAsync(ListRequest request, IServerStreamWriter<ListResponse> responses, ServerCallContext call) =>
        calls.RunAsync($"listing {request.Token}", call, async (log, token) =>
        {
            var resource = registry.Resource(request.Token);
            var first = Position(request.ContinuationToken);
            var query = StructReader.ReadProperties(request.Query);
            if (UnknownFinder.Find(query) is { IsEmpty: false })
            {
                await responses.WriteAsync(new ListResponse { Computed = new ListResponse.Types.Computed() }, token);
                return true;
            }
            var count = PageLength(request);
            var position = 0L;
            var listing = resource.ListAsync(
                new Authoring.ListRequest { Query = Texts(query), Log = log, TimeProvider = timeProvider }, token);
            await foreach (var listed in listing.WithCancellation(token))
            {
                if (position++ < first)
                    continue;
                if (position - first > count)
                {
                    await responses.WriteAsync(Continuation(first + count), token);
                    return true;
                }
                var result = new ListResponse.Types.Result { Id = listed.Id, Name = listed.Name };
                await responses.WriteAsync(new ListResponse { Result = result }, token);
            }
            return true;
        });

    private static long PageLength(ListRequest request)
    {
        var limit = request.Limit > 0 ? request.Limit : long.MaxValue;
        return request.PageSize > 0 ? Math.Min(request.PageSize, limit) : limit;
    }

    private static long Position(string token)
    {
        if (token.Length == 0)
            return 0;
        return long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : throw new ResourceException(FailureKind.InvalidArgument, "The continuation token is not one of this provider's.");
    }

    private static ListResponse Continuation(long position) => new()
    {
        Continuation = new ListResponse.Types.Continuation { ContinuationToken = position.ToString(CultureInfo.InvariantCulture) },
    };

    private static Dictionary<string, string> Texts(ObjectValue query) => query.Properties
        .Where(property => property.Value.Bare is StringValue or BoolValue or NumberValue)
        .ToDictionary(property => property.Key, property => JsonValues.Text(property.Value), StringComparer.Ordinal);
}
