using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PulumiNumbers.Engine.Programs;

/// <summary>Ends a process of ours.</summary>
internal static partial class ProcessEnd
{
    private const int Interrupt = 2;

    /// <summary>Interrupts the process, waits for its end, and kills it with its children when it does not end in time.</summary>
    public static async Task InterruptAsync(Process process, TimeSpan limit, TimeProvider time)
    {
        if (process.HasExited)
            return;
        if (OperatingSystem.IsWindows())
        {
            Kill(process);
            return;
        }
        _ = Signal(process.Id, Interrupt);
        using var patience = new CancellationTokenSource(limit, time);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Kill(process);
        }
    }

    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in the meantime.
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Signal(int processId, int signal);
}

/// <summary>Starts children in a session of their own where the system can, so that Ctrl-C reaches the engine alone, which then ends them in good order.</summary>
internal static class OwnGroup
{
    private const string SetSid = "/usr/bin/setsid";

    public static ProcessStartInfo StartInfo(string path, IEnumerable<string> arguments)
    {
        var info = File.Exists(SetSid) ? new ProcessStartInfo(SetSid, [path, .. arguments]) : new ProcessStartInfo(path, arguments);
        info.UseShellExecute = false;
        info.RedirectStandardInput = true;
        info.RedirectStandardOutput = true;
        info.RedirectStandardError = true;
        return info;
    }
}
