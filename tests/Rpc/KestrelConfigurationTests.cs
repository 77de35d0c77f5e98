using PulumiNumbers.Rpc.Server;

namespace PulumiNumbers.Tests.Rpc;

public sealed class KestrelConfigurationTests
{
    [Fact]
    public void An_idle_connection_lasts_long_but_not_for_ever_because_Kestrel_overflows_there()
    {
        var limits = KestrelConfiguration.Create(new GrpcServerOptions()).Limits;

        Assert.InRange(limits.KeepAliveTimeout, TimeSpan.FromDays(7), TimeSpan.FromDays(3650));
    }

    [Fact]
    public void No_data_rate_and_no_body_size_cuts_a_call_off()
    {
        var limits = KestrelConfiguration.Create(new GrpcServerOptions()).Limits;

        Assert.Null(limits.MinRequestBodyDataRate);
        Assert.Null(limits.MinResponseDataRate);
        Assert.Null(limits.MaxRequestBodySize);
    }
}
