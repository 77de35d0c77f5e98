using System.Globalization;
using System.Runtime.InteropServices;
using PulumiNumbers.Rpc.Server;
using Pulumirpc;

namespace PulumiNumbers.Tests.Engine.Fakes;

/// <summary>The fake provider as a plugin process. <c>FAKE_HANG</c> names a resource whose creation never ends; <c>FAKE_PRINT</c> is printed when it starts.</summary>
public static class FakePlugin
{
    public static async Task<int> RunAsync()
    {
        var hang = Environment.GetEnvironmentVariable("FAKE_HANG");
        var end = new TaskCompletionSource();
        var carrier = new FakeCarrier { Before = (method, name) => method is "create" && string.Equals(name, hang, StringComparison.Ordinal) ? end.Task : Task.CompletedTask };
        carrier.OnCancel = () => end.TrySetException(FakeCarrier.Failure(Grpc.Core.StatusCode.Cancelled, "the creation was cancelled"));
        await using var server = new GrpcServer(new GrpcServerOptions(), methods => ResourceProvider.BindService(methods, new FakeResourceProvider(carrier)));
        Console.WriteLine((await server.StartAsync(CancellationToken.None)).ToString(CultureInfo.InvariantCulture));
        if (Environment.GetEnvironmentVariable("FAKE_PRINT") is { } text)
            Console.WriteLine(text);

        var stop = new TaskCompletionSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            stop.TrySetResult();
        });
        await stop.Task;
        return 0;
    }
}
