using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;
using PulumiNumbers.Rpc;
using Pulumirpc;

namespace PulumiNumbers.Engine.Plugins;

/// <summary>A plugin spoken to in the engine's terms: one provider resource, configured once.</summary>
internal sealed class ProviderClient(ResourceProvider.ResourceProviderClient rpc, EngineOptions engine, Action kill) : IResourceManager
{
    private const int SeedSize = 32;

    private readonly ProviderCalls _calls = new(rpc, engine.Kills, kill);
    private volatile bool _acceptsSecrets = true;
    private volatile bool _supportsPreview = true;

    /// <summary>Introduces the engine. Plugins of before the handshake tell their abilities when they are configured.</summary>
    public async Task HandshakeAsync(string engineAddress, bool attach, CancellationToken cancellationToken)
    {
        if (attach)
            await _calls.CallAsync(() => rpc.AttachAsync(new PluginAttach { Address = engineAddress }, cancellationToken: cancellationToken));
        try
        {
            var request = new ProviderHandshakeRequest
            {
                EngineAddress = engineAddress,
                ConfigureWithUrn = true,
                SupportsRefreshBeforeUpdate = true,
                InvokeWithPreview = true,
            };
            if (engine.ProjectFolder is { } project)
                request.RootDirectory = project;
            if (engine.ProgramFolder is { } program)
                request.ProgramDirectory = program;
            var answer = await _calls.CallAsync(() => rpc.HandshakeAsync(request, cancellationToken: cancellationToken));
            _acceptsSecrets = answer.AcceptSecrets;
        }
        catch (ProviderException e) when (e.Status == StatusCode.Unimplemented)
        {
            // An older plugin.
        }
    }

    public async Task<string> VersionAsync(CancellationToken cancellationToken) =>
        (await _calls.CallAsync(() => rpc.GetPluginInfoAsync(new Empty(), cancellationToken: cancellationToken))).Version;

    public async Task<CheckResult> CheckConfigAsync(Urn urn, PropertyMap? olds, PropertyMap news, CancellationToken cancellationToken)
    {
        try
        {
            return ToResult(await _calls.CallAsync(() => rpc.CheckConfigAsync(ToCheck(urn, olds, news), cancellationToken: cancellationToken)));
        }
        catch (ProviderException e) when (e.Status == StatusCode.Unimplemented)
        {
            return new(news, []);
        }
    }

    public async Task<DiffResult> DiffConfigAsync(ResourceState old, PropertyMap news, CancellationToken cancellationToken)
    {
        try
        {
            return DiffReading.ToResult(await _calls.CallAsync(() => rpc.DiffConfigAsync(ToDiff(old, news, []), cancellationToken: cancellationToken)), old, news, []);
        }
        catch (ProviderException e) when (e.Status == StatusCode.Unimplemented)
        {
            return DiffReading.Compare(old.Inputs, news);
        }
    }

    public async Task ConfigureAsync(ResourceState provider, PropertyMap inputs, CancellationToken cancellationToken)
    {
        var request = new ConfigureRequest
        {
            Args = ToStruct(inputs),
            AcceptSecrets = true,
            AcceptResources = true,
            Urn = provider.Urn.ToString(),
            Name = provider.Urn.Name,
            Type = provider.Type,
            Id = provider.Id,
        };
        var answer = await _calls.CallAsync(() => rpc.ConfigureAsync(request, cancellationToken: cancellationToken));
        _acceptsSecrets = answer.AcceptSecrets;
        _supportsPreview = answer.SupportsPreview;
    }

    public async Task<CheckResult> CheckAsync(Urn urn, PropertyMap? olds, PropertyMap news, CancellationToken cancellationToken)
    {
        var result = ToResult(await _calls.CallAsync(() => rpc.CheckAsync(ToCheck(urn, olds, news), cancellationToken: cancellationToken), urn.Name));
        return result with { Inputs = KeepSecrets(news, result.Inputs) };
    }

    public async Task<DiffResult> DiffAsync(ResourceState old, PropertyMap news, IReadOnlyList<string> ignoreChanges, CancellationToken cancellationToken) =>
        DiffReading.ToResult(await _calls.CallAsync(() => rpc.DiffAsync(ToDiff(old, news, ignoreChanges), cancellationToken: cancellationToken), old.Urn.Name), old, news, ignoreChanges);

    public async Task<OperationResult> CreateAsync(ResourceState planned, bool preview, CancellationToken cancellationToken)
    {
        if (preview && !_supportsPreview)
            return new("", []);
        var request = new CreateRequest
        {
            Urn = planned.Urn.ToString(),
            Name = planned.Urn.Name,
            Type = planned.Type,
            Properties = ToStruct(planned.Inputs),
            Timeout = planned.CustomTimeouts.Create,
            Preview = preview,
        };
        return await ProviderCalls.PartialAsync(planned.Inputs, async () =>
        {
            var answer = await _calls.CallAsync(() => rpc.CreateAsync(request, cancellationToken: cancellationToken), planned.Urn.Name, preview, nameof(CreateAsync));
            if (answer.Id.Length == 0 && !preview)
                throw new ProviderException($"The provider created {planned.Urn.Name} without giving an id.");
            return new OperationResult(answer.Id, KeepSecrets(planned.Inputs, PropertyWire.FromStruct(answer.Properties))) { RefreshBeforeUpdate = answer.RefreshBeforeUpdate };
        });
    }

    public async Task<OperationResult?> ReadAsync(Urn urn, string id, PropertyMap? inputs, PropertyMap? outputs, CancellationToken cancellationToken)
    {
        var request = new ReadRequest
        {
            Id = id,
            Urn = urn.ToString(),
            Name = urn.Name,
            Type = urn.Type,
            Inputs = inputs is null ? null : ToStruct(inputs),
            Properties = outputs is null ? null : ToStruct(outputs),
        };
        var result = await ProviderCalls.PartialAsync(inputs ?? [], async () =>
        {
            var answer = await _calls.CallAsync(() => rpc.ReadAsync(request, cancellationToken: cancellationToken), urn.Name, caller: nameof(ReadAsync));
            return new OperationResult(answer.Id, KeepSecrets(inputs ?? [], PropertyWire.FromStruct(answer.Properties)))
            {
                Inputs = answer.Inputs is null ? null : KeepSecrets(inputs ?? [], PropertyWire.FromStruct(answer.Inputs)),
                RefreshBeforeUpdate = answer.RefreshBeforeUpdate,
            };
        });
        return result.Id.Length == 0 ? null : result;
    }

    public async Task<OperationResult> UpdateAsync(ResourceState old, ResourceState planned, bool preview, CancellationToken cancellationToken)
    {
        if (preview && !_supportsPreview)
            return new(old.Id, []);
        var request = new UpdateRequest
        {
            Id = old.Id,
            Urn = old.Urn.ToString(),
            Name = old.Urn.Name,
            Type = old.Type,
            Olds = ToStruct(old.Outputs),
            OldInputs = ToStruct(old.Inputs),
            News = ToStruct(planned.Inputs),
            Timeout = planned.CustomTimeouts.Update,
            Preview = preview,
            IgnoreChanges = { planned.IgnoreChanges },
        };
        return await ProviderCalls.PartialAsync(planned.Inputs, async () =>
        {
            var answer = await _calls.CallAsync(() => rpc.UpdateAsync(request, cancellationToken: cancellationToken), planned.Urn.Name, preview, nameof(UpdateAsync));
            return new OperationResult(old.Id, KeepSecrets(planned.Inputs, PropertyWire.FromStruct(answer.Properties))) { RefreshBeforeUpdate = answer.RefreshBeforeUpdate };
        });
    }

    public async Task DeleteAsync(ResourceState state, CancellationToken cancellationToken) =>
        await _calls.CallAsync(() => rpc.DeleteAsync(
            new DeleteRequest
            {
                Id = state.Id,
                Urn = state.Urn.ToString(),
                Name = state.Urn.Name,
                Type = state.Type,
                Properties = ToStruct(state.Outputs),
                OldInputs = ToStruct(state.Inputs),
                Timeout = state.CustomTimeouts.Delete,
            },
            cancellationToken: cancellationToken), state.Urn.Name);

    /// <summary>Calls a function. Its failures are those of the arguments.</summary>
    public async Task<CheckResult> InvokeAsync(string token, PropertyMap args, bool preview, CancellationToken cancellationToken)
    {
        var answer = await _calls.CallAsync(() => rpc.InvokeAsync(new InvokeRequest { Tok = token, Args = ToStruct(args), Preview = preview }, cancellationToken: cancellationToken));
        return new(PropertyWire.FromStruct(answer.Return), [.. answer.Failures.Select(f => new CheckFailure(f.Property, f.Reason))]);
    }

    /// <summary>Asks the plugin to stop what it is doing; its silence is no failure.</summary>
    public async Task CancelAsync(CancellationToken cancellationToken)
    {
        try
        {
            await rpc.CancelAsync(new Empty(), cancellationToken: cancellationToken);
        }
        catch (RpcException)
        {
            // It is gone, or does not know the call.
        }
    }

    // Providers that do not know secrets get them bare and return them bare: what went in as a secret comes out as one.
    private PropertyMap KeepSecrets(PropertyMap inputs, PropertyMap results) => _acceptsSecrets
        ? results
        : new(results.Select(r => inputs.Find(r.Key) is { ContainsSecrets: true } ? KeyValuePair.Create(r.Key, PropertyValue.Secret(r.Value)) : r));

    private static CheckResult ToResult(CheckResponse answer) =>
        new(PropertyWire.FromStruct(answer.Inputs), [.. answer.Failures.Select(f => new CheckFailure(f.Property, f.Reason))]);

    private CheckRequest ToCheck(Urn urn, PropertyMap? olds, PropertyMap news) => new()
    {
        Urn = urn.ToString(),
        Name = urn.Name,
        Type = urn.Type,
        Olds = olds is null ? null : ToStruct(olds),
        News = ToStruct(news),
        RandomSeed = ByteString.CopyFrom(RandomNumberGenerator.GetBytes(SeedSize)),
    };

    private DiffRequest ToDiff(ResourceState old, PropertyMap news, IReadOnlyList<string> ignoreChanges) => new()
    {
        Id = old.Id,
        Urn = old.Urn.ToString(),
        Name = old.Urn.Name,
        Type = old.Type,
        Olds = ToStruct(old.Outputs),
        OldInputs = ToStruct(old.Inputs),
        News = ToStruct(news),
        IgnoreChanges = { ignoreChanges },
    };

    private Struct ToStruct(PropertyMap map) => PropertyWire.ToStruct(map, _acceptsSecrets);
}
