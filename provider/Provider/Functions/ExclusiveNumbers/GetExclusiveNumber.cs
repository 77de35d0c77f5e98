using PulumiNumbers.Carriers.PortSip;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;
using PulumiNumbers.Provider.Resources.ExclusiveNumbers;

namespace PulumiNumbers.Provider.Functions.ExclusiveNumbers;

/// <summary>Reads one exclusive number and its agents.</summary>
[FunctionType("numbers:index:getExclusiveNumber", "Reads an exclusive number of a PortSIP PBX, by its id or by the number, with its agents. Fails where there is none.")]
public sealed class GetExclusiveNumber(CarrierAccounts accounts) : Function<GetExclusiveNumberArgs, GetExclusiveNumberResult>
{
    /// <inheritdoc/>
    public override async Task<GetExclusiveNumberResult> InvokeAsync(
        InvokeRequest<GetExclusiveNumberArgs> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var pbx = accounts.Pbx(request.Log);
        var number = await FindAsync(pbx, request.Args, cancellationToken) ?? throw new ResourceException(
            FailureKind.NotFound,
            $"portsip: there is no exclusive number {request.Args.Id ?? request.Args.Number.ToString()}. `numbers:index:getExclusiveNumbers` lists those that there are.");
        var agents = await QueueAgents.ReadAsync(pbx.Client, number.Id, cancellationToken);
        return new GetExclusiveNumberResult
        {
            Id = number.Id,
            Number = number.Number,
            Enabled = number.Enabled,
            Description = number.Description,
            CreatedAt = Rfc3339.Text(number.CreatedAt),
            CallQueues = agents.ToDictionary(
                queue => queue.Key,
                IReadOnlyList<string> (queue) => [.. queue.Value.Select(extension => extension.ToString()).Order(StringComparer.Ordinal)],
                StringComparer.Ordinal),
        };
    }

    private static async Task<ExclusiveNumberInfo?> FindAsync(PbxAccount pbx, GetExclusiveNumberArgs args, CancellationToken cancellationToken)
    {
        switch (args)
        {
            case { Id: { Length: > 0 } id, Number: null }:
                return await pbx.Listing.FindAsync(id, cancellationToken);
            case { Id: null, Number: { } number }:
                var listing = await pbx.Listing.ListAsync(cancellationToken);
                return listing.FirstOrDefault(candidate => PbxNumber.FromPbx(candidate.Number) == number);
            default:
                throw new ResourceException(FailureKind.InvalidArgument, "portsip: set either `id` or `number` of the exclusive number.");
        }
    }
}

/// <summary>Which exclusive number: by id or by number.</summary>
public sealed record GetExclusiveNumberArgs
{
    /// <summary>Its id.</summary>
    [Property("PortSIP's id. Either this or `number` is needed.")]
    public string? Id { get; init; }

    /// <summary>The number.</summary>
    [Property("The number. Either this or `id` is needed.")]
    public PbxNumber? Number { get; init; }
}

/// <summary>An exclusive number of a PBX, with its agents.</summary>
public sealed record GetExclusiveNumberResult
{
    /// <summary>Its id.</summary>
    [Property("PortSIP's id, by which the number can be imported as an `ExclusiveNumber`.")]
    public required string Id { get; init; }

    /// <summary>The number.</summary>
    [Property("The number as the PBX spells it.")]
    public required string Number { get; init; }

    /// <summary>Whether its calls are routed.</summary>
    [Property("Whether calls from the number are routed to its agents.")]
    public required bool Enabled { get; init; }

    /// <summary>A note for people.</summary>
    [Property("A note for people.")]
    public string? Description { get; init; }

    /// <summary>When it was created.</summary>
    [Property("When the PBX created it, as an RFC 3339 time in UTC.")]
    public string? CreatedAt { get; init; }

    /// <summary>The agents, by queue.</summary>
    [Property("The agents to whom calls from the number go: the extensions of the agents, by the id of their queue.")]
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> CallQueues { get; init; }
}
