using PulumiNumbers.Carriers.PortSip;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;
using PulumiNumbers.Provider.Resources.ExclusiveNumbers;
using PbxNumber = PulumiNumbers.Carriers.PortSip.ExclusiveNumber;

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
        var agents = await QueueAgents.ReadAsync(pbx, number.Id, cancellationToken);
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

    private static async Task<PbxNumber?> FindAsync(IExclusiveNumbersClient pbx, GetExclusiveNumberArgs args, CancellationToken cancellationToken) =>
        args switch
        {
            { Id: { Length: > 0 } id, Number: null } => await pbx.GetAsync(id, cancellationToken),
            { Id: null, Number: { } number } => await pbx.ListAsync(cancellationToken).FirstOrDefaultAsync(
                candidate => DialledNumber.TryParse(candidate.Number, provider: null, out var spelled) && spelled == number, cancellationToken),
            _ => throw new ResourceException(FailureKind.InvalidArgument, "An exclusive number is named either by `id` or by `number`: give one of the two."),
        };
}
