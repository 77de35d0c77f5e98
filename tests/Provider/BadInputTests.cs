using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Tests.Provider.Harness;
using Pulumirpc;

namespace PulumiNumbers.Tests.Provider;

/// <summary>Bad input gets a clear answer, reaches no carrier, and leaves the plugin serving.</summary>
public sealed class BadInputTests : ProviderTest
{
    public static TheoryData<string, string, string, string> WrongInputs => new()
    {
        { Tokens.NumberPool, """{"fallback": "Random"}""", "fallback", "CustomFrom" },
        { Tokens.NumberPool, """{"fallback": 3}""", "fallback", "Reject" },
        { Tokens.NumberPool, """{"localizedSenderPreferred": "perhaps"}""", "localizedSenderPreferred", "bool" },
        { Tokens.NumberPool, """{"accountId": "A1B2C3D4"}""", "accountId", "8 lower-case" },
        { Tokens.NumberPool, """{"poolId": ""}""", "poolId", "1" },
        { Tokens.NumberPool, """{"fallbak": "Pool"}""", "fallbak", "fallback" },
        { Tokens.PoolMembership, """{"numbers": []}""", "poolId", "" },
        { Tokens.PoolMembership, """{"poolId": "senders"}""", "numbers", "" },
        { Tokens.PoolMembership, """{"poolId": "senders", "numbers": "447700900001"}""", "numbers", "" },
        { Tokens.PoolMembership, """{"poolId": "senders", "numbers": ["447700900001", "hotline"]}""", "numbers[1]", "not a phone number" },
        { Tokens.PoolMembership, """{"poolId": "senders", "numbers": ["07700900001"]}""", "numbers[0]", "country code" },
        { Tokens.PoolMembership, """{"poolId": "senders", "numbers": [447700900001]}""", "numbers[0]", "string" },
        { Tokens.OwnedNumber, """{"country": "GB"}""", "carrier", "" },
        { Tokens.OwnedNumber, """{"carrier": "orange", "country": "GB"}""", "carrier", "kpn" },
        { Tokens.ExclusiveNumber, """{}""", "number", "" },
        { Tokens.ExclusiveNumber, """{"number": "1", "description": true}""", "description", "string" },
        { Tokens.ExclusiveNumber, """{"number": "1", "callQueues": ["q"]}""", "callQueues", "" },
    };

    [Theory]
    [MemberData(nameof(WrongInputs))]
    public async Task A_wrong_input_is_refused_by_its_path_with_what_would_be_right(string token, string json, string path, string reason)
    {
        var answer = await Numbers.CheckAsync(token, "wrong", Struct.Parser.ParseJson(json));

        var failure = Assert.Single(answer.Failures, failure => failure.Property == path);
        Assert.Contains(reason, failure.Reason, StringComparison.Ordinal);
        Assert.Empty(Numbers.Carriers.Requests.All);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        var answer = await Numbers.CheckAsync(
            Tokens.PoolMembership, "wrong", new { accountId = "A", numbers = new[] { "12345678901234567", "two", "447700900001" }, authoritative = "perhaps" });

        Assert.Equal(
            ["accountId", "authoritative", "numbers[0]", "numbers[1]", "poolId"],
            answer.Failures.Select(failure => failure.Property).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("numbers:index:Telephone")]
    [InlineData("telephones:index:NumberPool")]
    [InlineData("")]
    public async Task A_resource_type_that_does_not_exist_is_an_error_and_no_crash(string token)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.CheckAsync(token, "wrong", new { }));

        Assert.NotEqual(StatusCode.Internal, failure.StatusCode);
        Assert.NotEqual(StatusCode.Unknown, failure.StatusCode);
        await AssertStillServingAsync();
    }

    [Fact]
    public async Task A_function_that_does_not_exist_is_an_error_and_no_crash()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.InvokeAsync("numbers:index:getTelephones", new { }));

        Assert.Contains("getTelephones", failure.Status.Detail, StringComparison.Ordinal);
        await AssertStillServingAsync();
    }

    [Fact]
    public async Task A_value_with_an_unknown_signature_is_an_error_and_no_crash()
    {
        var strange = new Struct();
        strange.Fields["4dabf18193072939515e22adb298388d"] = Value.ForString("00000000000000000000000000000000");

        var failure = await Assert.ThrowsAsync<RpcException>(
            () => Numbers.CheckAsync(Tokens.NumberPool, "wrong", new { poolId = Value.ForStruct(strange) }));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        await AssertStillServingAsync();
    }

    [Theory]
    [InlineData(Tokens.NumberPool, "")]
    [InlineData(Tokens.NumberPool, "a1b2c3d4/")]
    [InlineData(Tokens.PoolMembership, "/senders")]
    [InlineData(Tokens.OwnedNumber, "")]
    [InlineData(Tokens.ExclusiveNumber, "")]
    public async Task An_import_id_that_names_nothing_is_refused(string token, string id)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.ImportAsync(token, "wrong", id));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Empty(Numbers.Carriers.Requests.All);
    }

    [Fact]
    public async Task A_pool_id_cannot_leave_its_path()
    {
        var pool = await Numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "../../x?y=1" });

        Assert.Equal("a1b2c3d4/../../x?y=1", pool.Id);
        Assert.NotNull(await Numbers.RefreshAsync(pool));
    }

    private async Task AssertStillServingAsync() =>
        Assert.Empty((await Numbers.CheckAsync(Tokens.NumberPool, "senders", new { })).Failures);
}
