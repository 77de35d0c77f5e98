using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace PulumiNumbers.Tests.Engine.Fakes;

/// <summary>
/// A provider of the package <c>fake</c> with one resource, <c>fake:index:Thing</c>: <c>size</c> changes in place, <c>place</c> replaces, <c>firm</c> replaces
/// with the old one deleted first, <c>tags</c> is a set that diffs per element, <c>secret</c> is kept secret, <c>wrong</c> fails the check, <c>color</c> has a default.
/// </summary>
public sealed class FakeResourceProvider(FakeCarrier carrier) : ResourceProvider.ResourceProviderBase
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string SecretMark = "1b47061264138c4ac30d75fd1eb44270";
    private const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    public override Task<ProviderHandshakeResponse> Handshake(ProviderHandshakeRequest request, ServerCallContext context)
    {
        carrier.Handshakes.Enqueue(request);
        return Task.FromResult(new ProviderHandshakeResponse { AcceptSecrets = true, AcceptResources = true, AcceptOutputs = true });
    }

    public override Task<Empty> Attach(PluginAttach request, ServerCallContext context) => Task.FromResult(new Empty());

    public override Task<PluginInfo> GetPluginInfo(Empty request, ServerCallContext context) => Task.FromResult(new PluginInfo { Version = "1.2.3" });

    public override Task<CheckResponse> CheckConfig(CheckRequest request, ServerCallContext context)
    {
        var response = new CheckResponse { Inputs = request.News };
        if (request.News.Fields.ContainsKey("wrong"))
            response.Failures.Add(new Pulumirpc.CheckFailure { Property = "wrong", Reason = "is wrong" });
        return Task.FromResult(response);
    }

    public override Task<DiffResponse> DiffConfig(DiffRequest request, ServerCallContext context) =>
        Task.FromResult(new DiffResponse { Changes = request.OldInputs.Equals(request.News) ? DiffResponse.Types.DiffChanges.DiffNone : DiffResponse.Types.DiffChanges.DiffSome });

    public override Task<ConfigureResponse> Configure(ConfigureRequest request, ServerCallContext context)
    {
        carrier.Configuration = request.Args;
        return Task.FromResult(new ConfigureResponse { AcceptSecrets = true, SupportsPreview = true, AcceptResources = true, AcceptOutputs = true });
    }

    public override Task<CheckResponse> Check(CheckRequest request, ServerCallContext context)
    {
        carrier.Calls.Enqueue($"check {request.Name}");
        var response = new CheckResponse { Inputs = request.News.Clone() };
        if (request.News.Fields.ContainsKey("wrong"))
            response.Failures.Add(new Pulumirpc.CheckFailure { Property = "wrong", Reason = "is wrong" });
        if (!response.Inputs.Fields.ContainsKey("color"))
            response.Inputs.Fields["color"] = request.Olds?.Fields.GetValueOrDefault("color") ?? Value.ForString("blue");
        return Task.FromResult(response);
    }

    public override Task<DiffResponse> Diff(DiffRequest request, ServerCallContext context)
    {
        carrier.Calls.Enqueue($"diff {request.Name}");
        var diff = new DiffResponse { HasDetailedDiff = true };
        foreach (var name in request.OldInputs.Fields.Keys.Union(request.News.Fields.Keys, StringComparer.Ordinal).Except(request.IgnoreChanges, StringComparer.Ordinal))
        {
            var old = request.Olds.Fields.GetValueOrDefault(name);
            var now = request.News.Fields.GetValueOrDefault(name);
            if (Equals(old, now))
                continue;
            if (string.Equals(name, "tags", StringComparison.Ordinal) && old?.ListValue is not null && now?.ListValue is not null)
                DiffSet(diff, old.ListValue, now.ListValue);
            else
                DiffValue(diff, name, old, now);
        }
        diff.Changes = diff.DetailedDiff.Count > 0 ? DiffResponse.Types.DiffChanges.DiffSome : DiffResponse.Types.DiffChanges.DiffNone;
        return Task.FromResult(diff);
    }

    public override async Task<CreateResponse> Create(CreateRequest request, ServerCallContext context)
    {
        if (request.Preview)
            return new CreateResponse { Properties = State(request.Properties, Unknown) };
        await carrier.EnterAsync("create", request.Name);
        try
        {
            var id = carrier.NextId();
            var state = State(request.Properties, id);
            carrier.Things[id] = new FakeThing { Id = id, Type = request.Type, Properties = state };
            if (carrier.Problems("create", request.Name) is { Count: > 0 } reasons)
                throw FakeCarrier.Partial(id, state, request.Properties, reasons);
            return new CreateResponse { Id = id, Properties = state, RefreshBeforeUpdate = carrier.RefreshBeforeUpdate };
        }
        finally
        {
            carrier.Leave();
        }
    }

    public override async Task<ReadResponse> Read(ReadRequest request, ServerCallContext context)
    {
        await carrier.EnterAsync("read", request.Name);
        carrier.Leave();
        if (!carrier.Things.TryGetValue(request.Id, out var thing))
            return new ReadResponse();
        var inputs = thing.Properties.Clone();
        inputs.Fields.Remove("serial");
        return new ReadResponse { Id = request.Id, Properties = thing.Properties, Inputs = inputs, RefreshBeforeUpdate = carrier.RefreshBeforeUpdate };
    }

    public override async Task<UpdateResponse> Update(UpdateRequest request, ServerCallContext context)
    {
        if (request.Preview)
            return new UpdateResponse { Properties = State(request.News, request.Id) };
        await carrier.EnterAsync("update", request.Name);
        carrier.Leave();
        var state = State(request.News, request.Id);
        carrier.Things[request.Id].Properties = state;
        if (carrier.Problems("update", request.Name) is { Count: > 0 } reasons)
            throw FakeCarrier.Partial(request.Id, state, request.News, reasons);
        return new UpdateResponse { Properties = state, RefreshBeforeUpdate = carrier.RefreshBeforeUpdate };
    }

    public override async Task<Empty> Delete(DeleteRequest request, ServerCallContext context)
    {
        await carrier.EnterAsync("delete", request.Name);
        carrier.Leave();
        carrier.Things.TryRemove(request.Id, out _);
        return new Empty();
    }

    public override Task<InvokeResponse> Invoke(InvokeRequest request, ServerCallContext context)
    {
        carrier.Calls.Enqueue($"invoke {request.Tok}");
        return Task.FromResult(new InvokeResponse { Return = request.Args });
    }

    public override Task<Empty> Cancel(Empty request, ServerCallContext context)
    {
        carrier.Cancelled();
        return Task.FromResult(new Empty());
    }

    private static Struct State(Struct inputs, string id)
    {
        var state = inputs.Clone();
        state.Fields["serial"] = Value.ForString(string.Equals(id, Unknown, StringComparison.Ordinal) ? Unknown : "serial of " + id);
        if (state.Fields.TryGetValue("secret", out var secret) && secret.KindCase == Value.KindOneofCase.StringValue)
            state.Fields["secret"] = Value.ForStruct(new Struct { Fields = { [Signature] = Value.ForString(SecretMark), ["value"] = secret } });
        return state;
    }

    private static void DiffValue(DiffResponse diff, string name, Value? old, Value? now)
    {
        var isUnknown = now?.StringValue is Unknown;
        var replaces = name is "place" or "firm";
        diff.Diffs.Add(name);
        if (replaces)
        {
            diff.Replaces.Add(name);
            diff.DeleteBeforeReplace |= name is "firm";
        }
        diff.DetailedDiff[name] = new PropertyDiff
        {
            Kind = (old, now, replaces) switch
            {
                (null, _, true) => PropertyDiff.Types.Kind.AddReplace,
                (null, _, _) => PropertyDiff.Types.Kind.Add,
                (_, null, true) => PropertyDiff.Types.Kind.DeleteReplace,
                (_, null, _) => PropertyDiff.Types.Kind.Delete,
                (_, _, true) => PropertyDiff.Types.Kind.UpdateReplace,
                _ => PropertyDiff.Types.Kind.Update,
            },
            InputDiff = isUnknown,
        };
    }

    private static void DiffSet(DiffResponse diff, ListValue old, ListValue now)
    {
        for (var i = 0; i < now.Values.Count; i++)
        {
            if (!old.Values.Contains(now.Values[i]))
                diff.DetailedDiff[$"tags[{i}]"] = new PropertyDiff { Kind = PropertyDiff.Types.Kind.Add };
        }
        for (var i = 0; i < old.Values.Count; i++)
        {
            if (!now.Values.Contains(old.Values[i]))
                diff.DetailedDiff[$"tags[{i}]"] = new PropertyDiff { Kind = PropertyDiff.Types.Kind.Delete };
        }
        if (diff.DetailedDiff.Count > 0)
            diff.Diffs.Add("tags");
    }
}
