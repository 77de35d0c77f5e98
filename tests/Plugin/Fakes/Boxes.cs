using System.Collections.Concurrent;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Tests.Plugin.Fakes;

/// <summary>What the box resource does, for a test to replace; the defaults behave.</summary>
public sealed class Boxes
{
    public Func<CreateRequest<BoxArgs>, CancellationToken, Task<Outcome<BoxState>>> Create { get; set; } =
        (request, _) => Task.FromResult(new Outcome<BoxState>("box-1", BoxState.From(request.Inputs, revision: 1)));

    public Func<UpdateRequest<BoxArgs, BoxState>, CancellationToken, Task<Outcome<BoxState>>> Update { get; set; } = (request, _) =>
        Task.FromResult(new Outcome<BoxState>(request.Id, BoxState.From(request.Inputs, request.State.Revision + 1)));

    public Func<ReadRequest<BoxArgs, BoxState>, CancellationToken, Task<ReadOutcome<BoxArgs, BoxState>?>> Read { get; set; } =
        (request, _) => Task.FromResult(
            request.State is null ? null : new ReadOutcome<BoxArgs, BoxState>(request.Id, request.Inputs!, request.State));

    public Func<DeleteRequest<BoxArgs, BoxState>, CancellationToken, Task> Delete { get; set; } = (_, _) => Task.CompletedTask;

    public ConcurrentQueue<Declaration<BoxArgs>> Declarations { get; } = new();

    public ConcurrentQueue<Observation<BoxArgs, BoxState>> Observations { get; } = new();

    public IReadOnlyList<ListedResource> Listed { get; set; } = [];
}
