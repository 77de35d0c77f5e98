using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Tests.Plugin.Fakes;

[ResourceType("fake:index:Note", "A note; the smallest resource that there can be.", DeleteBeforeReplace = true)]
public sealed class Note : Resource<NoteArgs, NoteState>
{
    public override Task<Outcome<NoteState>> CreateAsync(CreateRequest<NoteArgs> request, CancellationToken cancellationToken) =>
        Task.FromResult(new Outcome<NoteState>(request.Inputs.Reader.ToString(), Write(request.Inputs)));

    public override Task<ReadOutcome<NoteArgs, NoteState>?> ReadAsync(
        ReadRequest<NoteArgs, NoteState> request, CancellationToken cancellationToken) =>
        Task.FromResult<ReadOutcome<NoteArgs, NoteState>?>(null);

    public override Task<Outcome<NoteState>> UpdateAsync(UpdateRequest<NoteArgs, NoteState> request, CancellationToken cancellationToken) =>
        Task.FromResult(new Outcome<NoteState>(request.Id, Write(request.Inputs)));

    public override Task DeleteAsync(DeleteRequest<NoteArgs, NoteState> request, CancellationToken cancellationToken) => Task.CompletedTask;

    private static NoteState Write(NoteArgs args) => new() { Text = args.Text, Reader = args.Reader };
}
