using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Rpc;
using PulumiNumbers.Tests.Provider.Harness;
using Pulumirpc;

namespace PulumiNumbers.Tests.Hardening.Soak;

/// <summary>Does what an engine does, run by run, with resources of its own; and what an engine does after a failure.</summary>
internal sealed partial class Worker(ResourceProvider.ResourceProviderClient plugin, IReadOnlyList<Slot> slots, Tally tally, int seed)
{
    private readonly Random _random = new(seed);
    private Tally _tally = tally;

    /// <summary>What it works on.</summary>
    public IReadOnlyList<Slot> Slots { get; } = slots;

    /// <summary>Does its part of one run: one thing to each resource, and some looking around.</summary>
    public async Task RunAsync()
    {
        foreach (var slot in Slots)
        {
            await (_random.Next(10) switch
            {
                _ when slot.State is null => CreateAsync(slot),
                _ when slot.IsDeleting => DeleteAsync(slot),
                0 or 1 => DeleteAsync(slot),
                2 or 3 => ReadAsync(slot),
                _ => ChangeAsync(slot),
            });
            if (_random.Next(3) == 0)
                await LookAroundAsync();
        }
    }

    /// <summary>Brings state and carrier together, as a refresh and an up do; nothing may fail now.</summary>
    /// <param name="calm">Counts from now on.</param>
    public async Task SettleAsync(Tally calm)
    {
        _tally = calm;
        foreach (var slot in Slots)
        {
            if (slot is { State: not null, IsDeleting: true })
                await DeleteAsync(slot);
            if (slot.State is not null)
                await ReadAsync(slot);
            if (slot.State is not null)
                await UpdateAsync(slot);
            else if (slot.IsInDoubt)
                await CreateAsync(slot);

            // What turned out to be there already was imported, and is now made what it was declared to be.
            if (slot.State is not null && slot.IsInDoubt)
                await UpdateAsync(slot);
        }
    }

    private async Task CreateAsync(Slot slot)
    {
        slot.Declare(_random);
        if (await CheckAsync(slot) is not { } news)
            return;
        if (_random.Next(4) == 0)
            await _tally.RunAsync("create (preview)", plugin.CreateAsync(Creation(slot, news, preview: true)).ResponseAsync);
        var created = await _tally.RunAsync("create", plugin.CreateAsync(Creation(slot, news, preview: false)).ResponseAsync);
        slot.IsInDoubt = created.Error is not null;
        if (created.Error is not { } error)
            slot.State = New(slot, created.Answer!.Id, news, created.Answer.Properties);
        else if (error.TryGetDetail<ErrorResourceInitFailed>(out var partial))
            slot.State = New(slot, partial.Id, partial.Inputs ?? news, partial.Properties);
        else if (error.StatusCode == StatusCode.AlreadyExists && ImportCommand().Match(error.Status.Detail) is { Success: true } command)
            await ImportAsync(slot, command.Groups["id"].Value);
    }

    private async Task ImportAsync(Slot slot, string id)
    {
        var read = await _tally.RunAsync("import", plugin.ReadAsync(new ReadRequest { Id = id, Urn = slot.Urn, Name = slot.Name, Type = slot.Token }).ResponseAsync);
        if (read.Answer is { Id.Length: > 0 } found)
            slot.State = New(slot, found.Id, found.Inputs, found.Properties);
    }

    private async Task ChangeAsync(Slot slot)
    {
        if (slot.IsInDoubt)
            await ReadAsync(slot);
        if (slot.State is null)
            return;
        slot.Declare(_random);
        await UpdateAsync(slot);
    }

    private async Task UpdateAsync(Slot slot)
    {
        var state = slot.State!;
        if (await CheckAsync(slot) is not { } news)
            return;
        var diff = await _tally.RunAsync("diff", plugin.DiffAsync(new DiffRequest
        {
            Id = state.Id,
            Urn = slot.Urn,
            Name = slot.Name,
            Type = slot.Token,
            Olds = state.State,
            News = news,
            OldInputs = state.Inputs,
        }).ResponseAsync);
        if (diff.Answer is not { Changes: DiffResponse.Types.DiffChanges.DiffSome } && state.Problems.Count == 0)
        {
            slot.IsInDoubt &= diff.Error is not null;
            return;
        }

        var updated = await _tally.RunAsync("update", plugin.UpdateAsync(new UpdateRequest
        {
            Id = state.Id,
            Urn = slot.Urn,
            Name = slot.Name,
            Type = slot.Token,
            Olds = state.State,
            News = news,
            OldInputs = state.Inputs,
        }).ResponseAsync);
        slot.IsInDoubt = updated.Error is not null;
        if (updated.Answer is { } answer)
            slot.State = New(slot, state.Id, news, answer.Properties);
        else if (updated.Error!.TryGetDetail<ErrorResourceInitFailed>(out var partial))
            slot.State = New(slot, state.Id, partial.Inputs ?? news, partial.Properties) with { Problems = [.. partial.Reasons] };
    }

    private async Task ReadAsync(Slot slot)
    {
        var state = slot.State!;
        var read = await _tally.RunAsync("read", plugin.ReadAsync(new ReadRequest
        {
            Id = state.Id,
            Urn = slot.Urn,
            Name = slot.Name,
            Type = slot.Token,
            Properties = state.State,
            Inputs = state.Inputs,
        }).ResponseAsync);
        if (read.Answer is not { } found)
            return;
        slot.State = found.Id.Length == 0 ? null : state with { Id = found.Id, Inputs = found.Inputs, State = found.Properties };
        slot.IsInDoubt &= slot.State is not null;
    }

    private async Task DeleteAsync(Slot slot)
    {
        var state = slot.State!;
        var deleted = await _tally.RunAsync("delete", plugin.DeleteAsync(new DeleteRequest
        {
            Id = state.Id,
            Urn = slot.Urn,
            Name = slot.Name,
            Type = slot.Token,
            Properties = state.State,
            OldInputs = state.Inputs,
        }).ResponseAsync);
        slot.IsInDoubt = deleted.Error is not null;
        slot.IsDeleting = deleted.Error is not null;
        if (deleted.Error is null)
            slot.State = null;
    }

    private async Task<Struct?> CheckAsync(Slot slot)
    {
        var check = await _tally.RunAsync("check", plugin.CheckAsync(new CheckRequest
        {
            Urn = slot.Urn,
            Name = slot.Name,
            Type = slot.Token,
            Olds = slot.State?.Inputs,
            News = Wire.Of(slot.Declared),
        }).ResponseAsync);
        Assert.Empty(check.Answer?.Failures ?? []);
        return check.Answer?.Inputs;
    }

    private Task LookAroundAsync() => _random.Next(9) switch
    {
        0 => InvokeAsync(Tokens.GetAvailableNumbers, new { carrier = "vonage", country = "NL", limit = 3 }),
        1 => InvokeAsync(Tokens.GetOwnedNumbers, new { carrier = "kpn" }),
        2 => InvokeAsync(Tokens.GetOwnedNumbers, new { carrier = "seven" }),
        3 => InvokeAsync(Tokens.GetNumberPools, new { }),
        4 => InvokeAsync(Tokens.GetNumberPool, new { poolId = "members-0" }),
        5 => InvokeAsync(Tokens.GetPoolNumbers, new { poolId = "members-0" }),
        6 => InvokeAsync(Tokens.GetExclusiveNumbers, new { }),
        7 => ListAsync(Tokens.NumberPool),
        _ => ListAsync(Tokens.ExclusiveNumber),
    };

    private async Task InvokeAsync(string token, object args) =>
        await _tally.RunAsync("invoke", plugin.InvokeAsync(new InvokeRequest { Tok = token, Args = Wire.Of(args) }).ResponseAsync);

    private async Task ListAsync(string token) => await _tally.RunAsync("list", ReadAllAsync(token));

    private async Task<List<ListResponse>> ReadAllAsync(string token)
    {
        using var call = plugin.List(new ListRequest { Token = token });
        List<ListResponse> all = [];
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            all.Add(call.ResponseStream.Current);
        return all;
    }

    private static CreateRequest Creation(Slot slot, Struct news, bool preview) =>
        new() { Urn = slot.Urn, Name = slot.Name, Type = slot.Token, Properties = news, Preview = preview };

    private static ResourceUnderTest New(Slot slot, string id, Struct inputs, Struct state) =>
        new() { Token = slot.Token, Name = slot.Name, Id = id, Inputs = inputs, State = state };

    [GeneratedRegex("`pulumi import [^ ]+ [^ ]+ (?<id>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ImportCommand();
}
