using System.Reflection;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>A resource type as the service sees it: values in, values out.</summary>
/// <param name="args">The inputs.</param>
/// <param name="state">The state.</param>
internal abstract class ResourceBinding(RecordDescriptor args, RecordDescriptor state)
{
    /// <summary>The inputs.</summary>
    public RecordDescriptor Args { get; } = args;

    /// <summary>The state.</summary>
    public RecordDescriptor State { get; } = state;

    /// <summary>What the author calls a resource type.</summary>
    /// <exception cref="InvalidOperationException">The class does not carry the attribute.</exception>
    public static ResourceTypeAttribute TypeOf(Resource resource) => resource.GetType().GetCustomAttribute<ResourceTypeAttribute>()
        ?? throw new InvalidOperationException($"{resource.GetType().Name} carries no [ResourceType].");

    /// <summary>Whether the author says what could be imported.</summary>
    public abstract bool CanList { get; }

    /// <summary>Checks inputs.</summary>
    public abstract Task<InputCheckResponse> CheckAsync(InputCheckRequest question, CancellationToken cancellationToken);

    /// <summary>Compares a resource with its new inputs.</summary>
    public abstract ResourceDiff Diff(OperationRequest question);

    /// <summary>Creates a resource, or foretells it.</summary>
    public abstract Task<OperationResponse> CreateAsync(OperationRequest question, CancellationToken cancellationToken);

    /// <summary>Reads a resource; null where it is gone.</summary>
    public abstract Task<OperationResponse?> ReadAsync(OperationRequest question, CancellationToken cancellationToken);

    /// <summary>Updates a resource, or foretells it.</summary>
    public abstract Task<OperationResponse> UpdateAsync(OperationRequest question, CancellationToken cancellationToken);

    /// <summary>Deletes a resource.</summary>
    public abstract Task DeleteAsync(OperationRequest question, CancellationToken cancellationToken);

    /// <summary>Lists what could be imported.</summary>
    public abstract IAsyncEnumerable<ListedResource> ListAsync(ListRequest request, CancellationToken cancellationToken);
}

/// <summary>Connects a typed resource with values.</summary>
internal sealed class ResourceBinding<TArgs, TState> : ResourceBinding
    where TArgs : class
    where TState : class, TArgs
{
    private readonly Resource<TArgs, TState> _resource;
    private readonly IDeploymentParticipant<TArgs, TState>? _participant;
    private readonly InputChecker<TArgs> _checker;
    private readonly PreviewState _previewState;
    private readonly bool _deleteBeforeReplace;

    /// <summary>Connects a resource.</summary>
    public ResourceBinding(Resource<TArgs, TState> resource, BindingContext context)
        : base(context.Types.Record(typeof(TArgs)), context.Types.Record(typeof(TState)))
    {
        _resource = resource;
        _participant = resource as IDeploymentParticipant<TArgs, TState>;
        _checker = new InputChecker<TArgs>(Args, context.Environment);
        _previewState = new PreviewState(State);
        _deleteBeforeReplace = TypeOf(resource).DeleteBeforeReplace;
    }

    /// <inheritdoc/>
    public override bool CanList => _resource is ICustomList;

    /// <inheritdoc/>
    public override async Task<InputCheckResponse> CheckAsync(InputCheckRequest question, CancellationToken cancellationToken)
    {
        var answer = await _checker.CheckAsync(question, _resource is ICustomCheck<TArgs> custom ? custom.CheckAsync : null, cancellationToken);
        if (answer.Failures.Count == 0)
            Declare(question.Urn, answer.Inputs, question.Prior);
        return answer;
    }

    /// <inheritdoc/>
    public override ResourceDiff Diff(OperationRequest question)
    {
        var normalization = new Normalization();
        var inputs = Args.NormalizeProperties(question.Inputs, PropertyPath.Root, normalization);
        var prior = Args.NormalizeProperties(question.PriorInputs, PropertyPath.Root, normalization);
        var state = State.NormalizeProperties(question.State, PropertyPath.Root, normalization);
        var proposed = new ResourceDiff(Comparison.Compare(Args, prior, state, inputs)) { DeleteBeforeReplace = _deleteBeforeReplace };
        var custom = _resource as ICustomDiff<TArgs, TState>;
        if (custom is null && _participant is null)
            return proposed;

        var shared = new SharedValues();
        var request = new DiffRequest<TArgs, TState>
        {
            Context = question.Context,
            Id = question.Id,
            Inputs = (TArgs)Args.ReadProperties(inputs, shared),
            PriorInputs = (TArgs)Args.ReadProperties(prior, shared),
            State = (TState)State.ReadProperties(state, shared),
            Unknowns = UnknownFinder.Find(inputs),
        };
        _participant?.Observe(new Observation<TArgs, TState>
        {
            Urn = request.Urn,
            Id = request.Id,
            Inputs = request.PriorInputs,
            State = request.State,
            Stage = ObservationStage.Diffed,
        });
        _participant?.Declare(new Declaration<TArgs> { Urn = request.Urn, Inputs = request.Inputs, Unknowns = request.Unknowns });
        return custom?.Diff(request, proposed) ?? proposed;
    }

    /// <inheritdoc/>
    public override async Task<OperationResponse> CreateAsync(OperationRequest question, CancellationToken cancellationToken)
    {
        var inputs = InputValidator.Normalize(Args, question.Inputs, question.IsPreview);
        var request = new CreateRequest<TArgs>
        {
            Context = question.Context,
            Inputs = ReadArgs(inputs),
            Unknowns = UnknownFinder.Find(inputs),
        };
        Declare(question.Context.Urn, inputs);
        if (!question.IsPreview)
            return await RunAsync(request, inputs, question, ObservationStage.Created, () => _resource.CreateAsync(request, cancellationToken));

        var preview = new StatePreview<TState>();
        if (_resource is ICustomPreview<TArgs, TState> custom)
            await custom.PreviewCreateAsync(request, preview, cancellationToken);
        return new OperationResponse("", SecretMask.Hoist(_previewState.Amend(_previewState.AfterCreate(inputs), preview.Amendments)));
    }

    /// <inheritdoc/>
    public override async Task<OperationResponse?> ReadAsync(OperationRequest question, CancellationToken cancellationToken)
    {
        var outcome = await _resource.ReadAsync(
            new ReadRequest<TArgs, TState>
            {
                Context = question.Context,
                Id = question.Id,
                Inputs = question.IsImport ? null : ReadArgs(question.PriorInputs),
                State = question.IsImport ? null : ReadState(question.State),
            },
            cancellationToken);
        if (outcome is null)
            return null;
        var inputs = SetOrder.Follow(Args, Args.WriteInputs(outcome.Inputs, question.PriorInputs), question.PriorInputs);
        if (question.IsImport)
            inputs = Args.WithoutEmptyCollections(inputs);
        var state = SetOrder.Follow(State, State.WriteProperties(outcome.State), question.State);
        _participant?.Observe(new Observation<TArgs, TState>
        {
            Urn = question.Context.Urn,
            Id = outcome.Id,
            Inputs = outcome.Inputs,
            State = outcome.State,
            Stage = ObservationStage.Read,
            IsImport = question.IsImport,
        });
        return new OperationResponse(Identify(outcome.Id), SecretMask.Hoist(SecretMask.Apply(SecretMask.Apply(state, question.State), question.PriorInputs)))
        {
            Inputs = SecretMask.Apply(inputs, question.PriorInputs),
            Problems = outcome.Problems,
        };
    }

    /// <inheritdoc/>
    public override async Task<OperationResponse> UpdateAsync(OperationRequest question, CancellationToken cancellationToken)
    {
        var inputs = InputValidator.Normalize(Args, question.Inputs, question.IsPreview);
        var prior = ReadTolerant(Args, question.PriorInputs);
        var state = ReadTolerant(State, question.State);
        var request = new UpdateRequest<TArgs, TState>
        {
            Context = question.Context,
            Id = question.Id,
            Inputs = ReadArgs(inputs),
            PriorInputs = ReadArgs(prior),
            State = ReadState(state),
            Unknowns = UnknownFinder.Find(inputs),
        };
        Declare(question.Context.Urn, inputs);
        if (!question.IsPreview)
            return await RunAsync(request, inputs, question, ObservationStage.Updated, () => _resource.UpdateAsync(request, cancellationToken));
        Observe(question, prior, state, ObservationStage.Updated);

        var preview = new StatePreview<TState>();
        if (_resource is ICustomPreview<TArgs, TState> custom)
            await custom.PreviewUpdateAsync(request, preview, cancellationToken);
        var foretold = _previewState.AfterUpdate(Args, prior, state, inputs);
        return new OperationResponse(question.Id, SecretMask.Hoist(_previewState.Amend(foretold, preview.Amendments)));
    }

    /// <inheritdoc/>
    public override async Task DeleteAsync(OperationRequest question, CancellationToken cancellationToken)
    {
        var request = new DeleteRequest<TArgs, TState>
        {
            Context = question.Context,
            Id = question.Id,
            Inputs = ReadArgs(question.PriorInputs),
            State = ReadState(question.State),
        };
        Observe(question, question.PriorInputs, question.State, ObservationStage.DeleteStarted);
        await _resource.DeleteAsync(request, cancellationToken);
        Observe(question, question.PriorInputs, question.State, ObservationStage.Deleted);
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<ListedResource> ListAsync(ListRequest request, CancellationToken cancellationToken) =>
        _resource is ICustomList listed
            ? listed.ListAsync(request, cancellationToken)
            : throw new ResourceException(FailureKind.Unimplemented, "Resources of this type cannot be listed.");

    private static string Identify(string id) => !string.IsNullOrEmpty(id)
        ? id
        : throw new ResourceException(FailureKind.Internal, "The resource has no id. This is a bug of the provider; please report it.");

    /// <summary>What was saved by another version may be of another shape: what cannot be used is left out.</summary>
    private static ObjectValue ReadTolerant(RecordDescriptor shape, ObjectValue value) =>
        shape.NormalizeProperties(value, PropertyPath.Root, new Normalization());

    /// <summary>Runs a change: once the author has recorded a checkpoint, whatever is thrown becomes a problem beside that state.</summary>
    private async Task<OperationResponse> RunAsync(
        ChangeRequest<TArgs> request, ObjectValue inputs, OperationRequest question, ObservationStage stage, Func<Task<Outcome<TState>>> change)
    {
        try
        {
            var outcome = await change();
            Observe(question, request.Inputs, outcome, stage);
            return Answer(outcome, inputs);
        }
        catch (Exception exception) when (request.Reached is not null)
        {
            var (id, state) = request.Reached.Value;
            var reached = new Outcome<TState>(id, (TState)state);
            Observe(question, request.Inputs, reached, stage);
            throw new InterruptedChangeException(Answer(reached, inputs), exception);
        }
    }

    private void Declare(Urn urn, ObjectValue inputs, ObjectValue? prior = null) => _participant?.Declare(new Declaration<TArgs>
    {
        Urn = urn,
        Inputs = ReadArgs(inputs),
        PriorInputs = prior is null ? null : ReadArgs(ReadTolerant(Args, prior)),
        Unknowns = UnknownFinder.Find(inputs),
    });

    private void Observe(OperationRequest question, TArgs inputs, Outcome<TState> outcome, ObservationStage stage) =>
        _participant?.Observe(new Observation<TArgs, TState>
        {
            Urn = question.Context.Urn,
            Id = outcome.Id,
            Inputs = inputs,
            State = outcome.State,
            Stage = stage,
        });

    private void Observe(OperationRequest question, ObjectValue inputs, ObjectValue state, ObservationStage stage) =>
        _participant?.Observe(new Observation<TArgs, TState>
        {
            Urn = question.Context.Urn,
            Id = question.Id,
            Inputs = ReadArgs(inputs),
            State = ReadState(state),
            Stage = stage,
            IsPreview = question.IsPreview,
        });

    private OperationResponse Answer(Outcome<TState> outcome, ObjectValue inputs) =>
        new(Identify(outcome.Id), SecretMask.Hoist(SecretMask.Apply(SetOrder.Follow(State, State.WriteProperties(outcome.State), inputs), inputs)))
        {
            Inputs = inputs,
            Problems = outcome.Problems,
        };

    private TArgs ReadArgs(ObjectValue value) => (TArgs)Args.ReadProperties(value);

    private TState ReadState(ObjectValue value) => (TState)State.ReadProperties(value);
}
