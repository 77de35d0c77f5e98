using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>Connects a typed resource with values.</summary>
internal sealed class ResourceBinding<TArgs, TState> : ResourceBinding
    where TArgs : class
    where TState : class, TArgs
{
    private readonly Resource<TArgs, TState> _resource;
    private readonly IDeploymentParticipant<TArgs, TState>? _participant;
    private readonly InputChecker<TArgs> _checker;
    private readonly Foretelling _foretelling;
    private readonly bool _judgesDiffs;
    private readonly bool _deleteBeforeReplace;

    /// <summary>Connects a resource.</summary>
    public ResourceBinding(Resource<TArgs, TState> resource, BindingContext context)
        : base(context.Shapes.Record(typeof(TArgs)), context.Shapes.Record(typeof(TState)))
    {
        _resource = resource;
        _participant = resource as IDeploymentParticipant<TArgs, TState>;
        _checker = new InputChecker<TArgs>(Args, context.Environment);
        _foretelling = new Foretelling(State);
        _judgesDiffs = Overrides(nameof(Resource<,>.Diff));
        _deleteBeforeReplace = TypeOf(resource).DeleteBeforeReplace;
    }

    /// <inheritdoc/>
    public override bool CanList => Overrides(nameof(Resource<,>.ListAsync));

    /// <inheritdoc/>
    public override async Task<CheckAnswer> CheckAsync(CheckQuestion question, CancellationToken cancellationToken)
    {
        var answer = await _checker.CheckAsync(question, _resource.CheckAsync, cancellationToken);
        if (answer.Failures.Count == 0)
            Declare(question.Urn, answer.Inputs, question.Prior);
        return answer;
    }

    /// <inheritdoc/>
    public override ResourceDiff Diff(OperationQuestion question)
    {
        var inputs = Lenient(Args, question.Inputs);
        var prior = Lenient(Args, question.PriorInputs);
        var state = Lenient(State, question.State);
        Observe(question, prior, state, ObservationStage.Diffed);
        Declare(question.Context.Urn, inputs);
        var proposed = new ResourceDiff(Comparison.Compare(Args, prior, state, inputs)) { DeleteBeforeReplace = _deleteBeforeReplace };
        if (!_judgesDiffs)
            return proposed;
        var request = new DiffRequest<TArgs, TState>
        {
            Context = question.Context,
            Id = question.Id,
            Inputs = ReadArgs(inputs),
            PriorInputs = ReadArgs(prior),
            State = ReadState(state),
            Unknowns = UnknownFinder.Find(inputs),
        };
        return _resource.Diff(request, proposed);
    }

    /// <inheritdoc/>
    public override async Task<OperationAnswer> CreateAsync(OperationQuestion question, CancellationToken cancellationToken)
    {
        var inputs = StrictReader.Normalize(Args, question.Inputs, question.IsPreview);
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
        await _resource.PreviewCreateAsync(request, preview, cancellationToken);
        return new OperationAnswer("", SecretMask.Hoist(_foretelling.Amend(_foretelling.AfterCreate(inputs), preview.Foretold)));
    }

    /// <inheritdoc/>
    public override async Task<OperationAnswer?> ReadAsync(OperationQuestion question, CancellationToken cancellationToken)
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
        return new OperationAnswer(Identify(outcome.Id), SecretMask.Hoist(SecretMask.Apply(SecretMask.Apply(state, question.State), question.PriorInputs)))
        {
            Inputs = SecretMask.Apply(inputs, question.PriorInputs),
            Problems = outcome.Problems,
        };
    }

    /// <inheritdoc/>
    public override async Task<OperationAnswer> UpdateAsync(OperationQuestion question, CancellationToken cancellationToken)
    {
        var inputs = StrictReader.Normalize(Args, question.Inputs, question.IsPreview);
        var prior = Lenient(Args, question.PriorInputs);
        var state = Lenient(State, question.State);
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
        await _resource.PreviewUpdateAsync(request, preview, cancellationToken);
        var foretold = _foretelling.AfterUpdate(Args, prior, state, inputs);
        return new OperationAnswer(question.Id, SecretMask.Hoist(_foretelling.Amend(foretold, preview.Foretold)));
    }

    /// <inheritdoc/>
    public override async Task DeleteAsync(OperationQuestion question, CancellationToken cancellationToken)
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
        _resource.ListAsync(request, cancellationToken);

    private static string Identify(string id) => !string.IsNullOrEmpty(id)
        ? id
        : throw new ResourceException(FailureKind.Internal, "The resource has no id. This is a bug of the provider; please report it.");

    /// <summary>What was saved by another version may be of another shape: what cannot be used is left out.</summary>
    private static ObjectValue Lenient(RecordShape shape, ObjectValue value) =>
        shape.NormalizeProperties(value, PropertyPath.Root, new Normalization());

    private bool Overrides(string method) => _resource.GetType().GetMethod(method)?.DeclaringType != typeof(Resource<TArgs, TState>);

    /// <summary>Runs a change: once the author has recorded a checkpoint, whatever is thrown becomes a problem beside that state.</summary>
    private async Task<OperationAnswer> RunAsync(
        ChangeRequest<TArgs> request, ObjectValue inputs, OperationQuestion question, ObservationStage stage, Func<Task<Outcome<TState>>> change)
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
        PriorInputs = prior is null ? null : ReadArgs(Lenient(Args, prior)),
        Unknowns = UnknownFinder.Find(inputs),
    });

    private void Observe(OperationQuestion question, TArgs inputs, Outcome<TState> outcome, ObservationStage stage) =>
        _participant?.Observe(new Observation<TArgs, TState>
        {
            Urn = question.Context.Urn,
            Id = outcome.Id,
            Inputs = inputs,
            State = outcome.State,
            Stage = stage,
        });

    private void Observe(OperationQuestion question, ObjectValue inputs, ObjectValue state, ObservationStage stage) =>
        _participant?.Observe(new Observation<TArgs, TState>
        {
            Urn = question.Context.Urn,
            Id = question.Id,
            Inputs = ReadArgs(inputs),
            State = ReadState(state),
            Stage = stage,
            IsPreview = question.IsPreview,
        });

    private OperationAnswer Answer(Outcome<TState> outcome, ObjectValue inputs) =>
        new(Identify(outcome.Id), SecretMask.Hoist(SecretMask.Apply(SetOrder.Follow(State, State.WriteProperties(outcome.State), inputs), inputs)))
        {
            Inputs = inputs,
            Problems = outcome.Problems,
        };

    private TArgs ReadArgs(ObjectValue value) => (TArgs)Args.ReadProperties(value);

    private TState ReadState(ObjectValue value) => (TState)State.ReadProperties(value);
}
