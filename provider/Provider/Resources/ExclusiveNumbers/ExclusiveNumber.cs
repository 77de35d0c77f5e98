using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.PortSip;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;
using PulumiNumbers.Provider.Accounts;
using PbxNumber = PulumiNumbers.Carriers.PortSip.ExclusiveNumber;

namespace PulumiNumbers.Provider.Resources.ExclusiveNumbers;

/// <summary>A number of a PortSIP contact centre whose calls go to chosen agents. Its id is PortSIP's.</summary>
[ResourceType(Token, """
    An exclusive number of a PortSIP PBX: calls from it go to the agents that are assigned in the queues of the contact centre, rather than to
    whoever is free.

    ## Import

    ```sh
    pulumi import numbers:index:ExclusiveNumber vip NzAwNTUxOTA5NzczMTQ4MTYw
    ```
    """)]
public sealed class ExclusiveNumber(CarrierAccounts accounts) : Resource<ExclusiveNumberArgs, ExclusiveNumberState>
{
    private const string Token = "numbers:index:ExclusiveNumber";

    /// <inheritdoc/>
    public override Task<ExclusiveNumberArgs> CheckAsync(CheckContext<ExclusiveNumberArgs> check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        foreach (var queue in check.Inputs.CallQueues?.Keys.Where(string.IsNullOrWhiteSpace) ?? [])
            check.Fail(PropertyPath.Of<ExclusiveNumberArgs>(args => args.CallQueues).Key(queue), "A queue is named by its id, which is not empty.");

        // What says nothing comes back as nothing: kept, it would show as a difference for ever.
        var queues = check.IsKnown(args => args.CallQueues)
            ? check.Inputs.CallQueues?.Where(queue => queue.Value.Count > 0).ToFrozenDictionary(StringComparer.Ordinal)
            : check.Inputs.CallQueues;
        var description = check.Inputs.Description is { Length: > 0 } text ? text : null;
        return Task.FromResult(check.Inputs with { CallQueues = queues, Description = description });
    }

    /// <inheritdoc/>
    public override async Task<Outcome<ExclusiveNumberState>> CreateAsync(
        CreateRequest<ExclusiveNumberArgs> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var pbx = accounts.Pbx(request.Log);
        var id = await CreateNumberAsync(pbx, Settings(request.Inputs), request.Name, cancellationToken);
        return await AssignAsync(pbx, id, request.Inputs, present: NoAgents, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<ReadOutcome<ExclusiveNumberArgs, ExclusiveNumberState>?> ReadAsync(
        ReadRequest<ExclusiveNumberArgs, ExclusiveNumberState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Id))
            throw new ResourceException(FailureKind.InvalidArgument, "An exclusive number is imported by PortSIP's id of it, such as NzAwNTUxOTA5NzczMTQ4MTYw.");
        var state = await FindAsync(accounts.Pbx(request.Log), request.Id, cancellationToken);
        if (state is null)
            return null;

        // Queues that the program does not mention are none of its business; an import mentions all of them.
        ExclusiveNumberArgs inputs = request.Inputs is { CallQueues: null } ? state with { CallQueues = null } : state;
        return new ReadOutcome<ExclusiveNumberArgs, ExclusiveNumberState>(request.Id, inputs, state);
    }

    /// <inheritdoc/>
    public override async Task<Outcome<ExclusiveNumberState>> UpdateAsync(
        UpdateRequest<ExclusiveNumberArgs, ExclusiveNumberState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var pbx = accounts.Pbx(request.Log);
        var wanted = Settings(request.Inputs);
        if (wanted != Settings(request.State))
            await pbx.UpdateAsync(request.Id, wanted, cancellationToken);

        var givesUpQueues = request.Inputs.CallQueues is null && request.PriorInputs.CallQueues is not null;
        var declared = givesUpQueues ? request.Inputs with { CallQueues = NoAgents } : request.Inputs;
        return await AssignAsync(pbx, request.Id, declared, request.State.CallQueues ?? NoAgents, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task DeleteAsync(DeleteRequest<ExclusiveNumberArgs, ExclusiveNumberState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return accounts.Pbx(request.Log).DeleteAsync(request.Id, cancellationToken);
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ListedResource> ListAsync(
        ListRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await foreach (var number in accounts.Pbx(request.Log).ListAsync(cancellationToken))
            yield return new ListedResource(number.Id, number.Number);
    }

    private static FrozenDictionary<string, IReadOnlySet<AgentExtension>> NoAgents => FrozenDictionary<string, IReadOnlySet<AgentExtension>>.Empty;

    /// <summary>Creates the number. Where the answer is lost, the PBX is asked whether it is there before anything is repeated.</summary>
    private static async Task<string> CreateNumberAsync(
        IExclusiveNumbersClient pbx, ExclusiveNumberSettings settings, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await pbx.CreateAsync(settings, cancellationToken);
        }
        catch (CarrierException failure) when (failure.Kind == CarrierErrorKind.Conflict)
        {
            var holder = await FindByNumberAsync(pbx, settings.Number, cancellationToken);
            throw holder is null ? failure : Exists(holder, name, failure);
        }
        catch (CarrierException failure) when (failure.MayHaveTakenEffect)
        {
            var found = await FindByNumberAsync(pbx, settings.Number, cancellationToken);
            if (found is null)
                return await pbx.CreateAsync(settings, cancellationToken);
            return Settings(found) == settings
                ? found.Id
                : throw Exists(found, name, failure);
        }
    }

    private static ResourceException Exists(PbxNumber holder, string name, CarrierException failure) =>
        Existing.Resource(Token, name, holder.Id, $"{holder.Number} is an exclusive number already", failure, Existing.DeleteFirst);

    private static async Task<PbxNumber?> FindByNumberAsync(IExclusiveNumbersClient pbx, string number, CancellationToken cancellationToken) =>
        await pbx.ListAsync(cancellationToken).FirstOrDefaultAsync(
            candidate => string.Equals(candidate.Number, number, StringComparison.Ordinal), cancellationToken);

    /// <summary>Assigns agents and answers what came of it: the number exists by now, so a refusal is a problem and no failure.</summary>
    private static async Task<Outcome<ExclusiveNumberState>> AssignAsync(
        IExclusiveNumbersClient pbx,
        string id,
        ExclusiveNumberArgs declared,
        IReadOnlyDictionary<string, IReadOnlySet<AgentExtension>> present,
        CancellationToken cancellationToken)
    {
        List<string> problems = [];
        var isInterrupted = false;
        try
        {
            if (declared.CallQueues is { } queues)
                await QueueAgents.WriteAsync(pbx, id, queues, present, cancellationToken);
        }
        catch (CarrierException failure)
        {
            problems.Add(failure.Message);
        }
        catch (OperationCanceledException)
        {
            isInterrupted = true;
        }

        try
        {
            if (await FindAsync(pbx, id, cancellationToken) is { } state)
                return new Outcome<ExclusiveNumberState>(id, state) { Problems = problems };

            // Kept in the state even so: a number that was created moments ago may only be slow to show.
            problems.Add(
                $"portsip: exclusive number {declared.Number} ({id}) is not there. The next `pulumi up` looks again, and creates it anew if it is gone.");
        }
        catch (CarrierException failure)
        {
            problems.Add(failure.Message);
        }
        catch (OperationCanceledException)
        {
            isInterrupted = true;
        }

        if (isInterrupted)
            problems.Add($"portsip: cancelled before the agents of exclusive number {declared.Number} were known to be as declared. The next run settles it.");
        var assumed = new ExclusiveNumberState
        {
            Number = declared.Number,
            Enabled = declared.Enabled,
            Description = declared.Description,
            CallQueues = present,
        };
        return new Outcome<ExclusiveNumberState>(id, assumed) { Problems = problems };
    }

    private static async Task<ExclusiveNumberState?> FindAsync(IExclusiveNumbersClient pbx, string id, CancellationToken cancellationToken)
    {
        var number = await pbx.GetAsync(id, cancellationToken);
        return number is null ? null : new ExclusiveNumberState
        {
            Number = DialledNumber.Parse(number.Number, provider: null),
            Enabled = number.Enabled,
            Description = number.Description,
            CallQueues = await QueueAgents.ReadAsync(pbx, id, cancellationToken),
            CreatedAt = Rfc3339.Text(number.CreatedAt),
        };
    }

    private static ExclusiveNumberSettings Settings(ExclusiveNumberArgs args) => new()
    {
        Number = args.Number.ToString(),
        Enabled = args.Enabled ?? true,
        Description = args.Description is { Length: > 0 } description ? description : null,
    };

    private static ExclusiveNumberSettings Settings(PbxNumber number) => new()
    {
        Number = number.Number,
        Enabled = number.Enabled,
        Description = number.Description is { Length: > 0 } description ? description : null,
    };
}
