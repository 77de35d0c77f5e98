using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.PortSip;
using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.PortSip;

public sealed class ExclusiveNumbersClientTests : EmulatedCarriers
{
    private static readonly ExclusiveNumberSettings Wanted = new() { Number = "447700900123", Description = "Ministry" };

    [Fact]
    public async Task ExclusiveNumber_IsCreatedReadChangedAndDeleted()
    {
        var portSip = PortSip();

        var id = await portSip.CreateAsync(Wanted, default);
        var created = await portSip.GetAsync(id, default);
        await portSip.UpdateAsync(id, Wanted with { Enabled = false, Description = null }, default);
        var changed = await portSip.GetAsync(id, default);
        await portSip.DeleteAsync(id, default);
        await portSip.DeleteAsync(id, default);

        Assert.Equal((id, "447700900123", true, "Ministry"), (created!.Id, created.Number, created.Enabled, created.Description));
        Assert.NotNull(created.CreatedAt);
        Assert.Equal((false, null), (changed!.Enabled, changed.Description));
        Assert.Null(await portSip.GetAsync(id, default));
        Assert.Equal(1, Count(Operations.Token));
    }

    [Fact]
    public async Task List_ReadsAllPages()
    {
        var numbers = Enumerable.Range(0, 250).Select(n => $"{447700900000 + n}").ToList();
        numbers.ForEach(number => Server.PortSip.Create(number));

        var listed = await PortSip().ListAsync(default).Select(number => number.Number).ToListAsync();

        Assert.Equal(numbers, listed);
        Assert.Equal(3, Count(Operations.ListExclusive));
    }

    [Fact]
    public async Task Agents_AreAssignedListedReplacedAndRemoved()
    {
        var portSip = PortSip();
        var id = await portSip.CreateAsync(Wanted, default);
        var queue = Server.PortSip.Queues[2];

        await portSip.SetAgentsAsync(id, queue.Id, ["1001", "1002"], default);
        await portSip.SetAgentsAsync(id, queue.Id, ["1002", "1003"], default);
        var queues = await portSip.ListQueuesAsync(id, default);
        var agents = await portSip.ListAgentsAsync(id, queue.Id, default);
        await portSip.RemoveAgentsAsync(id, queue.Id, default);

        Assert.Equal([new CallQueue(queue.Id, queue.Name, queue.ExtensionNumber)], queues);
        Assert.Equal(["1002", "1003"], agents.Select(agent => agent.ExtensionNumber));
        Assert.Equal("Agent 1002", agents[0].DisplayName);
        Assert.Empty(await portSip.ListQueuesAsync(id, default));
        Assert.Empty(await portSip.ListAgentsAsync(id, queue.Id, default));
    }

    [Fact]
    public async Task SetAgents_UnknownExtension_IsRejectedWithThePbxsMessage()
    {
        var portSip = PortSip();
        var id = await portSip.CreateAsync(Wanted, default);

        var failure = await Assert.ThrowsAsync<CarrierException>(
            () => portSip.SetAgentsAsync(id, Server.PortSip.Queues[0].Id, ["999999"], default));

        Assert.Equal((CarrierErrorKind.InvalidRequest, "VALIDATE_FAILED"), (failure.Kind, failure.Code));
        Assert.Contains("there is no extension 999999", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RevokedTokens_AreRenewedByPassword()
    {
        var portSip = PortSip();
        await portSip.CreateAsync(Wanted, default);
        Server.PortSip.RevokeTokens(refreshTokensToo: true);

        Assert.Single(await portSip.ListAsync(default).ToListAsync());
    }

    [Fact]
    public async Task RefusedLogin_IsUnauthenticated()
    {
        Server.PortSip.CredentialsRevoked = true;

        var failure = await Assert.ThrowsAsync<CarrierException>(() => PortSip().CreateAsync(Wanted, default));

        Assert.Equal((CarrierErrorKind.Unauthenticated, "UNAUTHORIZED"), (failure.Kind, failure.Code));
        Assert.Empty(Server.PortSip.Numbers);
    }
}
