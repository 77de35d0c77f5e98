using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.PortSip;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;
using PulumiNumbers.Provider.Accounts;

namespace PulumiNumbers.Provider.Resources.ExclusiveNumbers;

/// <summary>A number of a PortSIP contact centre whose calls go to chosen agents. Its id is PortSIP's.</summary>
[ResourceType(Token, """
    An exclusive number of a PortSIP PBX: calls from it go to the agents that are assigned in the queues of the contact centre, rather than to
    whoever is free.
    """)]
public sealed class ExclusiveNumber(CarrierAccounts accounts) : Resource<ExclusiveNumberArgs, ExclusiveNumberState>
{
    private const string Token = "numbers:index:ExclusiveNumber";

    /// <inheritdoc/>
    public override Task<ExclusiveNumberArgs> CheckAsync(CheckContext<ExclusiveNumberArgs> check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        foreach (var queue in check.Inputs.CallQueues?.Keys.Where(string.IsNullOrWhiteSpace) ?? [])
            check.Fail(PropertyPath.Of<ExclusiveNumberArgs>(args => args.CallQueues).Key(queue), "Write the id of a queue: it is not empty.");

        // The PBX reports neither queues without agents nor an empty description: kept, they would show as a difference in every preview.
        var queues = check.IsKnown(args => args.CallQueues)
            ? check.Inputs.CallQueues?.Where(queue => queue.Value.Count > 0).ToFrozenDictionary(StringComparer.Ordinal)
            : check.Inputs.CallQueues;
        return Task.FromResult(check.Inputs with
        {
            CallQueues = queues,
            Description = check.Inputs.Description is { Length: > 0 } text ? text : null,
            ReleaseProtection = check.IsKnown(args => args.ReleaseProtection) ? check.Inputs.ReleaseProtection ?? accounts.ReleaseProtection : null,
        });
    }

    /// <inheritdoc/>
    public override ResourceDiff Diff(DiffRequest<ExclusiveNumberArgs, ExclusiveNumberState> request, ResourceDiff proposed)
    {
        ArgumentNullException.ThrowIfNull(request);
        DeletionGuard.EnsureReplaceable(proposed, request.State.ReleaseProtection, $"portsip: exclusive number {request.State.Number}", request.Name);
        return proposed;
    }

    /// <inheritdoc/>
    public override async Task<Outcome<ExclusiveNumberState>> CreateAsync(
        CreateRequest<ExclusiveNumberArgs> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var pbx = accounts.Pbx(request.Log);
        var settings = Settings(request.Inputs);
        CreationResult<ExclusiveNumberInfo> result;
        try
        {
            result = await pbx.Creator.CreateAsync(settings, cancellationToken);
        }
        catch (CarrierException failure) when (failure.Kind == CarrierErrorKind.Conflict)
        {
            var existing = await FindByNumberAsync(pbx, request.Inputs.Number, cancellationToken);
            throw existing.Count == 0 ? failure : ExclusiveNumberMessages.Exists(Token, request.Name, existing[0], failure);
        }

        var created = result switch
        {
            { Outcome: CreationOutcome.Created, Item: { } item } => item,
            { Outcome: CreationOutcome.Exists, Item: { } item } => throw ExclusiveNumberMessages.Exists(Token, request.Name, item, result.Failure),
            _ => throw ExclusiveNumberMessages.CreationIndeterminate(settings.Number, result.Failure),
        };
        return await AssignAsync(pbx, created.Id, request, request.Inputs.CallQueues, present: NoAgents, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<ReadOutcome<ExclusiveNumberArgs, ExclusiveNumberState>?> ReadAsync(
        ReadRequest<ExclusiveNumberArgs, ExclusiveNumberState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Id))
            throw ExclusiveNumberMessages.NoId();

        var pbx = accounts.Pbx(request.Log);
        var number = await pbx.Listing.FindAsync(request.Id, cancellationToken);
        if (number is null && request.IsImport)
            number = await FindOnlyByNumberAsync(pbx, request.Id, cancellationToken);
        if (number is null)
        {
            EnsureSameAccount(pbx, request.Id, request.Urn, request.State);
            return null;
        }

        // Queues that the program does not mention are not read; an import mentions all that have agents.
        var agents = request is { IsImport: false, Inputs: { CallQueues: null } } ? null : await QueueAgents.ReadAsync(pbx.Client, number.Id, cancellationToken);
        var state = State(pbx, number, agents, request.State?.ReleaseProtection ?? request.Inputs?.ReleaseProtection);
        ExclusiveNumberArgs inputs = state with
        {
            CallQueues = request.IsImport && agents is { Count: 0 } ? null : agents,
            ReleaseProtection = request.Inputs?.ReleaseProtection,
        };
        return new ReadOutcome<ExclusiveNumberArgs, ExclusiveNumberState>(number.Id, inputs, state);
    }

    /// <inheritdoc/>
    public override async Task<Outcome<ExclusiveNumberState>> UpdateAsync(
        UpdateRequest<ExclusiveNumberArgs, ExclusiveNumberState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var pbx = accounts.Pbx(request.Log);
        var settings = Settings(request.Inputs);
        var givesUpQueues = request.Inputs.CallQueues is null && request.PriorInputs.CallQueues is not null;
        var declared = givesUpQueues ? NoAgents : request.Inputs.CallQueues;
        try
        {
            // Read before anything is written, so that a failure here changes nothing.
            var present = declared is null ? NoAgents : request.State.CallQueues ?? await QueueAgents.ReadAsync(pbx.Client, request.Id, cancellationToken);
            if (settings != Settings(request.State))
                await pbx.Client.UpdateAsync(request.Id, settings, cancellationToken);
            return await AssignAsync(pbx, request.Id, request, declared, present, cancellationToken);
        }
        catch (CarrierException failure) when (failure.Kind == CarrierErrorKind.NotFound)
        {
            EnsureSameAccount(pbx, request.Id, request.Urn, request.State);
            throw ExclusiveNumberMessages.Missing(request.Id, failure);
        }
        finally
        {
            pbx.Listing.Invalidate(request.Id);
        }
    }

    /// <inheritdoc/>
    public override async Task DeleteAsync(DeleteRequest<ExclusiveNumberArgs, ExclusiveNumberState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var pbx = accounts.Pbx(request.Log);
        DeletionGuard.EnsureUnprotected(request.State.ReleaseProtection, $"portsip: exclusive number {request.State.Number}", request.Name);
        try
        {
            if (!await pbx.Client.DeleteAsync(request.Id, cancellationToken))
                EnsureSameAccount(pbx, request.Id, request.Urn, request.State);
            pbx.Creator.Forget(request.Id);
        }
        finally
        {
            pbx.Listing.Invalidate(request.Id);
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ListedResource> ListAsync(
        ListRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        foreach (var number in await accounts.Pbx(request.Log).Listing.ListAsync(cancellationToken))
            yield return new ListedResource(number.Id, number.Number);
    }

    private static FrozenDictionary<string, IReadOnlySet<AgentExtension>> NoAgents => FrozenDictionary<string, IReadOnlySet<AgentExtension>>.Empty;

    private static void EnsureSameAccount(PbxAccount pbx, string id, Urn urn, ExclusiveNumberState? state) =>
        DeletionGuard.EnsureSameAccount($"portsip: exclusive number {id}", urn, state?.Account, pbx.Client.AccountId);

    private static async Task<IReadOnlyList<ExclusiveNumberInfo>> FindByNumberAsync(PbxAccount pbx, PbxNumber number, CancellationToken cancellationToken) =>
        await pbx.Client.ListAsync(cancellationToken).Where(candidate => PbxNumber.FromPbx(candidate.Number) == number).ToListAsync(cancellationToken);

    private static async Task<ExclusiveNumberInfo?> FindOnlyByNumberAsync(PbxAccount pbx, string text, CancellationToken cancellationToken)
    {
        if (!PbxNumber.TryParse(text, provider: null, out var number))
            return null;
        return await FindByNumberAsync(pbx, number, cancellationToken) switch
        {
            [] => null,
            [var only] => only,
            var several => throw ExclusiveNumberMessages.SeveralMatch(number.ToString(), [.. several.Select(candidate => candidate.Id)]),
        };
    }

    /// <summary>
    /// Assigns agents and answers what came of it. The number exists by now: what ends this early is a problem beside the state that is recorded here.
    /// </summary>
    private static async Task<Outcome<ExclusiveNumberState>> AssignAsync(
        PbxAccount pbx,
        string id,
        ChangeRequest<ExclusiveNumberArgs> request,
        IReadOnlyDictionary<string, IReadOnlySet<AgentExtension>>? declared,
        IReadOnlyDictionary<string, IReadOnlySet<AgentExtension>> present,
        CancellationToken cancellationToken)
    {
        var inputs = request.Inputs;
        var assumed = new ExclusiveNumberInfo { Id = id, Number = inputs.Number.Text, Enabled = inputs.Enabled ?? true, Description = inputs.Description };
        request.Checkpoint(id, State(pbx, assumed, inputs.CallQueues is null ? null : present, inputs.ReleaseProtection));

        List<string> problems = [];
        var agents = inputs.CallQueues;
        if (declared is not null)
        {
            try
            {
                await QueueAgents.WriteAsync(pbx.Client, id, declared, present, cancellationToken);
            }
            catch (CarrierException failure)
            {
                problems.Add(failure.Message);
                agents = agents is null ? null : await TryReadAgentsAsync(pbx, id, cancellationToken) ?? present;
            }
        }

        request.Checkpoint(id, State(pbx, assumed, agents, inputs.ReleaseProtection));
        if (await pbx.Client.GetAsync(id, cancellationToken) is { } number)
            return new Outcome<ExclusiveNumberState>(id, State(pbx, number, agents, inputs.ReleaseProtection)) { Problems = problems };

        // Kept in the state even so: a number that was created moments ago may only be slow to show.
        problems.Add(ExclusiveNumberMessages.NotReadableYet(inputs.Number, id));
        return new Outcome<ExclusiveNumberState>(id, State(pbx, assumed, agents, inputs.ReleaseProtection)) { Problems = problems };
    }

    /// <summary>The agents as far as they went; null where they cannot be read, so that the failure before stays the one that is reported.</summary>
    private static async Task<IReadOnlyDictionary<string, IReadOnlySet<AgentExtension>>?> TryReadAgentsAsync(
        PbxAccount pbx, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await QueueAgents.ReadAsync(pbx.Client, id, cancellationToken);
        }
        catch (CarrierException)
        {
            return null;
        }
    }

    private static ExclusiveNumberState State(
        PbxAccount pbx, ExclusiveNumberInfo number, IReadOnlyDictionary<string, IReadOnlySet<AgentExtension>>? agents, bool? releaseProtection) => new()
        {
            Number = PbxNumber.FromPbx(number.Number),
            Enabled = number.Enabled,
            Description = number.Description is { Length: > 0 } description ? description : null,
            CallQueues = agents,
            ReleaseProtection = releaseProtection,
            CreatedAt = Rfc3339.Text(number.CreatedAt),
            Account = pbx.Client.AccountId,
        };

    private static ExclusiveNumberSettings Settings(ExclusiveNumberArgs args) => new()
    {
        Number = args.Number.Text,
        Enabled = args.Enabled ?? true,
        Description = args.Description is { Length: > 0 } description ? description : null,
    };
}
