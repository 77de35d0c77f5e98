using System.Diagnostics;

namespace PulumiNumbers.Engine.Programs;

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
