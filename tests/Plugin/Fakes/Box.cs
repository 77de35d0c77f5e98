using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Tests.Plugin.Fakes;

[ResourceType("fake:index:Box", "A box.")]
public sealed class Box(Boxes boxes) : Resource<BoxArgs, BoxState>, IDeploymentParticipant<BoxArgs, BoxState>
{
    public void Declare(Declaration<BoxArgs> declaration) => boxes.Declarations.Enqueue(declaration);

    public void Observe(Observation<BoxArgs, BoxState> observation) => boxes.Observations.Enqueue(observation);

    public override Task<BoxArgs> CheckAsync(CheckContext<BoxArgs> check, CancellationToken cancellationToken)
    {
        if (check.IsKnown(args => args.Weight) && check.Inputs.Weight > 1000)
            check.Fail(args => args.Weight, "No box is heavier than 1000 kg.");
        return Task.FromResult(check.Inputs.Owner is "me" ? check.Inputs with { Owner = "myself" } : check.Inputs);
    }

    public override Task<Outcome<BoxState>> CreateAsync(CreateRequest<BoxArgs> request, CancellationToken cancellationToken) =>
        boxes.Create(request, cancellationToken);

    public override Task<ReadOutcome<BoxArgs, BoxState>?> ReadAsync(
        ReadRequest<BoxArgs, BoxState> request, CancellationToken cancellationToken) => boxes.Read(request, cancellationToken);

    public override Task<Outcome<BoxState>> UpdateAsync(UpdateRequest<BoxArgs, BoxState> request, CancellationToken cancellationToken) =>
        boxes.Update(request, cancellationToken);

    public override Task DeleteAsync(DeleteRequest<BoxArgs, BoxState> request, CancellationToken cancellationToken) =>
        boxes.Delete(request, cancellationToken);

    public override Task PreviewCreateAsync(
        CreateRequest<BoxArgs> request, StatePreview<BoxState> preview, CancellationToken cancellationToken)
    {
        preview.Known(state => state.Revision, 1);
        return Task.CompletedTask;
    }

    public override IAsyncEnumerable<ListedResource> ListAsync(ListRequest request, CancellationToken cancellationToken) =>
        boxes.Listed.ToAsyncEnumerable();
}
