using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace PulumiNumbers.Benchmarks;

/// <summary>The requests of an engine that plans an update of one pool membership.</summary>
internal static class Requests
{
    private const string Token = "numbers:index:PoolMembership";
    private const string Urn = "urn:pulumi:dev::shop::" + Token + "::members";

    public static ProviderHandshakeRequest Handshake(string engineAddress) => new()
    {
        EngineAddress = engineAddress,
        ConfigureWithUrn = true,
        SupportsRefreshBeforeUpdate = true,
        InvokeWithPreview = true,
    };

    public static CheckRequest CheckConfig() => new()
    {
        Urn = "urn:pulumi:dev::shop::pulumi:providers:numbers::default",
        Name = "default",
        Type = "pulumi:providers:numbers",
        News = new Struct(),
    };

    public static ConfigureRequest Configure() => new()
    {
        Args = new Struct(),
        AcceptSecrets = true,
        AcceptResources = true,
        SendsOldInputs = true,
        SendsOldInputsToDelete = true,
    };

    public static CheckRequest Check(int numbers) => new()
    {
        Urn = Urn,
        Name = "members",
        Type = Token,
        Olds = Inputs(numbers, from: 0),
        News = Inputs(numbers, from: 1),
    };

    /// <summary>One number is added and one removed.</summary>
    public static DiffRequest Diff(int numbers) => new()
    {
        Id = "a1b2c3d4/shop",
        Urn = Urn,
        Name = "members",
        Type = Token,
        Olds = Inputs(numbers, from: 0),
        OldInputs = Inputs(numbers, from: 0),
        News = Inputs(numbers, from: 1),
    };

    private static Struct Inputs(int numbers, int from) => new()
    {
        Fields =
        {
            ["accountId"] = Value.ForString("a1b2c3d4"),
            ["poolId"] = Value.ForString("shop"),
            ["numbers"] = Value.ForList([.. Enumerable.Range(from, numbers).Select(index => Value.ForString($"4477009{index:00000}"))]),
        },
    };
}
