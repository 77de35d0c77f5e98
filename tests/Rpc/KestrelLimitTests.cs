using PulumiNumbers.Rpc.Server;

namespace PulumiNumbers.Tests.Rpc;

public sealed class KestrelLimitTests
{
    [Fact]
    public void KeepAlive_IsLong_ButFinite_BecauseKestrelOverflows()
    {
        var limits = KestrelConfiguration.Create(new GrpcServerOptions()).Limits;

        Assert.InRange(limits.KeepAliveTimeout, TimeSpan.FromDays(7), TimeSpan.FromDays(3650));
    }

    [Fact]
    public void DataRatesAndBodySize_AreUnlimited()
    {
        var limits = KestrelConfiguration.Create(new GrpcServerOptions()).Limits;

        Assert.Null(limits.MinRequestBodyDataRate);
        Assert.Null(limits.MinResponseDataRate);
        Assert.Null(limits.MaxRequestBodySize);
    }
}
