using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using PulumiNumbers.Rpc.Client;

namespace PulumiNumbers.Benchmarks;

/// <summary>One process of a plugin. Its calls take and return bytes, so that they measure the plugin and not this program's parser.</summary>
internal sealed partial class PluginLife : IDisposable
{
    private const int Sigterm = 15;

    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    private readonly Process _process;
    private readonly GrpcChannel _channel;
    private readonly CallInvoker _calls;
    private readonly CancellationToken _cancellationToken;

    private PluginLife(Process process, string port, CancellationToken cancellationToken)
    {
        _process = process;
        _channel = PlaintextChannel.ForAddress($"127.0.0.1:{port}");
        _calls = _channel.CreateCallInvoker();
        _cancellationToken = cancellationToken;
    }

    /// <summary>The most memory that the process has had, in MiB.</summary>
    public double PeakMemory
    {
        get
        {
            var status = $"/proc/{_process.Id}/status";
            if (!File.Exists(status))
            {
                _process.Refresh();
                return _process.PeakWorkingSet64 / 1048576.0;
            }

            var peak = File.ReadLines(status).First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return double.Parse(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
    }

    /// <summary>Starts the process and waits for its port.</summary>
    public static async Task<PluginLife> StartAsync(Plugin plugin, string engineAddress, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(plugin.File, [.. plugin.Arguments, engineAddress])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{plugin.File} did not start.");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var port = await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException($"{plugin.Name} ended without a port.");
        return new PluginLife(process, port, cancellationToken);
    }

    /// <summary>Makes a call and returns the response.</summary>
    public async Task<byte[]> CallAsync(string method, IMessage request) => await CallAsync(method, request.ToByteArray());

    /// <inheritdoc cref="CallAsync(string, IMessage)"/>
    public async Task<byte[]> CallAsync(string method, byte[] request) => await _calls.AsyncUnaryCall(
        new Method<byte[], byte[]>(MethodType.Unary, "pulumirpc.ResourceProvider", method, Bytes, Bytes),
        host: null,
        new CallOptions(cancellationToken: _cancellationToken),
        request);

    /// <summary>Asks the process to end and returns how long that took.</summary>
    public async Task<TimeSpan> EndAsync()
    {
        var started = Stopwatch.GetTimestamp();
        if (Signal(_process.Id, Sigterm) != 0)
            throw new InvalidOperationException("The plugin has ended before its time.");
        await _process.WaitForExitAsync(_cancellationToken);
        return Stopwatch.GetElapsedTime(started);
    }

    public void Dispose()
    {
        _channel.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Signal(int processId, int signal);
}
