using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using PulumiNumbers.Emulator;
using PulumiNumbers.Plugin.Serving;
using PulumiNumbers.Provider;
using PulumiNumbers.Provider.Deployments;
using PulumiNumbers.Rpc;
using PulumiNumbers.Rpc.Client;
using PulumiNumbers.Rpc.Server;
using Pulumirpc;

namespace PulumiNumbers.Tests.Provider.Harness;

/// <summary>
/// The provider behind its gRPC door, the four carriers behind theirs, and an engine that does what it is told: the steps of the real one for
/// one resource at a time.
/// </summary>
public sealed class ProviderHarness : IAsyncDisposable
{
    private readonly DeploymentContext _deployment;
    private readonly PluginServer _plugin;
    private readonly GrpcServer _engine;
    private readonly GrpcChannel _channel;
    private readonly StringWriter _diagnostics;
    private readonly Struct _configuration;

    private ProviderHarness(
        EmulatorServer carriers, DeploymentContext deployment, PluginServer plugin, GrpcServer engine, EngineEar log, GrpcChannel channel, StringWriter diagnostics, Struct configuration)
    {
        Carriers = carriers;
        _deployment = deployment;
        _plugin = plugin;
        _engine = engine;
        Log = log;
        _channel = channel;
        _diagnostics = diagnostics;
        _configuration = configuration;
        Client = new ResourceProvider.ResourceProviderClient(channel);
    }

    /// <summary>The carriers.</summary>
    public EmulatorServer Carriers { get; }

    /// <summary>What the plugin said to the engine.</summary>
    public EngineEar Log { get; }

    /// <summary>The plugin, for calls that no helper makes.</summary>
    public ResourceProvider.ResourceProviderClient Client { get; }

    /// <summary>What the plugin would have written to standard error.</summary>
    public string Diagnostics => _diagnostics.ToString();

    /// <summary>The URN of a resource of the test's stack.</summary>
    public static string UrnOf(string token, string name) => $"urn:pulumi:test::phones::{token}::{name}";

    /// <summary>Starts carriers, engine and plugin, and configures the plugin.</summary>
    public static async Task<ProviderHarness> StartAsync(HarnessOptions? options = null)
    {
        options ??= new HarnessOptions();
        var harness = await StartUnconfiguredAsync(options);
        await harness.NewRunAsync();
        return harness;
    }

    /// <summary>Starts carriers, engine and plugin.</summary>
    public static async Task<ProviderHarness> StartUnconfiguredAsync(HarnessOptions options)
    {
        var carriers = await EmulatorServer.StartAsync(options.Emulator, options.Clock);
        var ear = new EngineEar();
        var engine = new GrpcServer(new GrpcServerOptions(), methods => Engine.BindService(methods, ear));
        var enginePort = await engine.StartAsync(CancellationToken.None);

        var environment = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in carriers.Addresses.Environment)
            environment[name] = value;
        foreach (var (name, value) in options.Environment)
            environment[name] = value;
        var deployment = new DeploymentContext(new DeploymentOptions { Purchasing = options.Purchasing, StateFolder = options.StateFolder });
        var diagnostics = new StringWriter();
        var plugin = new PluginServer(
            NumbersProvider.Define(deployment: deployment),
            new PluginOptions
            {
                Environment = environment.GetValueOrDefault,
                Diagnostics = TextWriter.Synchronized(diagnostics),
                TimeProvider = options.Clock,
            });
        plugin.ConnectTo($"127.0.0.1:{enginePort}");
        var port = await plugin.StartAsync(CancellationToken.None);
        return new ProviderHarness(carriers, deployment, plugin, engine, ear, PlaintextChannel.ForAddress($"127.0.0.1:{port}"), diagnostics, Wire.Of(options.Configuration));
    }

    /// <summary>Configures the plugin as an engine does at the beginning of a run.</summary>
    public Task NewRunAsync(object? configuration = null)
    {
        _deployment.Begin(new PulumiNumbers.Plugin.Authoring.DeploymentIdentity(EngineAddress: null, "phones", "test", EngineProcessId: null));
        return ConfigureAsync(configuration ?? _configuration);
    }

    /// <summary>Checks a configuration and configures the plugin with it.</summary>
    public async Task ConfigureAsync(object configuration)
    {
        var check = await CheckConfigAsync(configuration);
        Assert.Empty(check.Failures);
        await Client.ConfigureAsync(new ConfigureRequest { Args = check.Inputs, AcceptSecrets = true, AcceptResources = true });
    }

    /// <summary>Checks a configuration.</summary>
    public async Task<CheckResponse> CheckConfigAsync(object configuration) => await Client.CheckConfigAsync(new CheckRequest
    {
        Urn = UrnOf("pulumi:providers:numbers", "default"),
        News = Wire.Of(configuration),
    });

    /// <summary>Checks inputs.</summary>
    public async Task<CheckResponse> CheckAsync(string token, string name, object inputs, Struct? olds = null) => await Client.CheckAsync(new CheckRequest
    {
        Urn = UrnOf(token, name),
        Name = name,
        Type = token,
        Olds = olds,
        News = Wire.Of(inputs),
        RandomSeed = Google.Protobuf.ByteString.CopyFromUtf8(name),
    });

    /// <summary>Checks inputs that must be good.</summary>
    public async Task<Struct> CheckedAsync(string token, string name, object inputs, Struct? olds = null)
    {
        var answer = await CheckAsync(token, name, inputs, olds);
        Assert.Empty(answer.Failures);
        return answer.Inputs;
    }

    /// <summary>Creates a resource: check, then create. A partial failure is answered with its problems.</summary>
    public async Task<ResourceUnderTest> CreateAsync(string token, string name, object inputs)
    {
        var news = await CheckedAsync(token, name, inputs);
        var request = new CreateRequest { Urn = UrnOf(token, name), Name = name, Type = token, Properties = news };
        try
        {
            var created = await Client.CreateAsync(request);
            Assert.NotEmpty(created.Id);
            return new ResourceUnderTest
            {
                Token = token,
                Name = name,
                Id = created.Id,
                Inputs = news,
                State = created.Properties,
                RefreshBeforeUpdate = created.RefreshBeforeUpdate,
            };
        }
        catch (RpcException failure) when (failure.TryGetDetail<ErrorResourceInitFailed>(out var partial))
        {
            return Partial(token, name, partial);
        }
    }

    /// <summary>Creates a resource and expects that nothing comes of it.</summary>
    public async Task<RpcException> CreateFailsAsync(string token, string name, object inputs)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => CreateAsync(token, name, inputs));
        Assert.False(failure.TryGetDetail<ErrorResourceInitFailed>(out _));
        return failure;
    }

    /// <summary>Previews a creation.</summary>
    public async Task<Struct> PreviewAsync(string token, string name, object inputs)
    {
        var news = await CheckedAsync(token, name, inputs);
        var preview = await Client.CreateAsync(new CreateRequest { Urn = UrnOf(token, name), Name = name, Type = token, Properties = news, Preview = true });
        return preview.Properties;
    }

    /// <summary>Compares a resource with new inputs: check, then diff.</summary>
    public async Task<DiffResponse> DiffAsync(ResourceUnderTest resource, object inputs)
    {
        var news = await CheckedAsync(resource.Token, resource.Name, inputs, resource.Inputs);
        return await Client.DiffAsync(new DiffRequest
        {
            Id = resource.Id,
            Urn = resource.Urn,
            Name = resource.Name,
            Type = resource.Token,
            Olds = resource.State,
            News = news,
            OldInputs = resource.Inputs,
        });
    }

    /// <summary>Updates a resource: check, diff, then update. A partial failure is answered with its problems.</summary>
    public async Task<ResourceUnderTest> UpdateAsync(ResourceUnderTest resource, object inputs)
    {
        var diff = await DiffAsync(resource, inputs);
        Assert.Empty(diff.Replaces);
        var news = await CheckedAsync(resource.Token, resource.Name, inputs, resource.Inputs);
        var request = new UpdateRequest
        {
            Id = resource.Id,
            Urn = resource.Urn,
            Name = resource.Name,
            Type = resource.Token,
            Olds = resource.State,
            News = news,
            OldInputs = resource.Inputs,
        };
        try
        {
            var updated = await Client.UpdateAsync(request);
            return resource with { Inputs = news, State = updated.Properties, Problems = [], RefreshBeforeUpdate = updated.RefreshBeforeUpdate };
        }
        catch (RpcException failure) when (failure.TryGetDetail<ErrorResourceInitFailed>(out var partial))
        {
            return Partial(resource.Token, resource.Name, partial);
        }
    }

    /// <summary>Previews an update.</summary>
    public async Task<Struct> PreviewUpdateAsync(ResourceUnderTest resource, object inputs)
    {
        var preview = await Client.UpdateAsync(new UpdateRequest
        {
            Id = resource.Id,
            Urn = resource.Urn,
            Name = resource.Name,
            Type = resource.Token,
            Olds = resource.State,
            News = await CheckedAsync(resource.Token, resource.Name, inputs, resource.Inputs),
            OldInputs = resource.Inputs,
            Preview = true,
        });
        return preview.Properties;
    }

    /// <summary>Reads a resource again; null where it is gone. An unhealthy one is answered with its problems.</summary>
    public async Task<ResourceUnderTest?> RefreshAsync(ResourceUnderTest resource)
    {
        var request = new ReadRequest
        {
            Id = resource.Id,
            Urn = resource.Urn,
            Name = resource.Name,
            Type = resource.Token,
            Properties = resource.State,
            Inputs = resource.Inputs,
        };
        ReadResponse read;
        try
        {
            read = await Client.ReadAsync(request);
        }
        catch (RpcException failure) when (failure.TryGetDetail<ErrorResourceInitFailed>(out var partial))
        {
            return Partial(resource.Token, resource.Name, partial);
        }

        return read.Id.Length == 0
            ? null
            : resource with { Id = read.Id, Inputs = read.Inputs, State = read.Properties, RefreshBeforeUpdate = read.RefreshBeforeUpdate };
    }

    /// <summary>Imports a resource; null where there is none of that id.</summary>
    public async Task<ResourceUnderTest?> ImportAsync(string token, string name, string id)
    {
        var read = await Client.ReadAsync(new ReadRequest { Id = id, Urn = UrnOf(token, name), Name = name, Type = token });
        return read.Id.Length == 0
            ? null
            : new ResourceUnderTest { Token = token, Name = name, Id = read.Id, Inputs = read.Inputs, State = read.Properties };
    }

    /// <summary>Deletes a resource as a run does that no longer declares it.</summary>
    public async Task DestroyAsync(ResourceUnderTest resource)
    {
        await NewRunAsync();
        await DeleteAsync(resource);
    }

    /// <summary>Deletes a resource within the present run, as the end of a replacement.</summary>
    public async Task DeleteAsync(ResourceUnderTest resource) => await Client.DeleteAsync(new DeleteRequest
    {
        Id = resource.Id,
        Urn = resource.Urn,
        Name = resource.Name,
        Type = resource.Token,
        Properties = resource.State,
        OldInputs = resource.Inputs,
    });

    /// <summary>Calls a function.</summary>
    public async Task<Struct> InvokeAsync(string token, object args, bool preview = false)
    {
        var answer = await Client.InvokeAsync(new InvokeRequest { Tok = token, Args = Wire.Of(args), Preview = preview });
        Assert.Empty(answer.Failures);
        return answer.Return;
    }

    /// <summary>Lists what could be imported.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string token)
    {
        List<string> ids = [];
        using var call = Client.List(new ListRequest { Token = token });
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
        {
            if (call.ResponseStream.Current.Result is { } result)
                ids.Add(result.Id);
        }

        return ids;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _plugin.DisposeAsync();
        await _engine.DisposeAsync();
        await Carriers.DisposeAsync();
        await _diagnostics.DisposeAsync();
    }

    private static ResourceUnderTest Partial(string token, string name, ErrorResourceInitFailed partial) => new()
    {
        Token = token,
        Name = name,
        Id = partial.Id,
        Inputs = partial.Inputs,
        State = partial.Properties,
        Problems = [.. partial.Reasons],
        RefreshBeforeUpdate = partial.RefreshBeforeUpdate,
    };
}
