using System.Diagnostics;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Engine.Programs;

/// <summary>A program that runs as a process and finds the engine by its environment, as Pulumi's language hosts start it.</summary>
public abstract class ProcessProgram : IProgram
{
    /// <summary>A program that has told the user what went wrong ends with this.</summary>
    private const int FailedAfterSayingWhy = 32;

    /// <inheritdoc/>
    public async Task RunAsync(ProgramEnvironment environment, Action<string> output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(output);
        var start = await PrepareAsync(environment, cancellationToken);
        Describe(environment, start.Environment);
        var code = await RunAsync(start, output, cancellationToken);
        if (code is FailedAfterSayingWhy)
            throw new EngineException("The program failed.");
        if (code is not 0)
            throw new EngineException($"The program ended with exit code {code.ToString(CultureInfo.InvariantCulture)}.");
    }

    /// <summary>Says how the program is started; builds it first where it must be.</summary>
    private protected abstract Task<ProcessStartInfo> PrepareAsync(ProgramEnvironment environment, CancellationToken cancellationToken);

    /// <summary>Runs a process to its end, or kills it with all its children.</summary>
    private protected static async Task<int> RunAsync(ProcessStartInfo start, Action<string> output, CancellationToken cancellationToken)
    {
        void Pass(object sender, DataReceivedEventArgs e)
        {
            if (e.Data is { } line)
                output(line);
        }

        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += Pass;
        process.ErrorDataReceived += Pass;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            ProcessEnd.Kill(process);
            throw;
        }
        return process.ExitCode;
    }

    private static void Describe(ProgramEnvironment environment, IDictionary<string, string?> variables)
    {
        variables["PULUMI_MONITOR"] = environment.MonitorAddress;
        variables["PULUMI_ENGINE"] = environment.EngineAddress;
        variables["PULUMI_PROJECT"] = environment.Project;
        variables["PULUMI_STACK"] = environment.Stack;
        variables["PULUMI_ORGANIZATION"] = "organization";
        variables["PULUMI_DRY_RUN"] = environment.Preview ? "true" : "false";
        variables["PULUMI_QUERY_MODE"] = "false";
        variables["PULUMI_PARALLEL"] = environment.Parallel.ToString(CultureInfo.InvariantCulture);
        variables["PULUMI_CONFIG"] = new JObject(environment.Config.Select(c => new JProperty(c.Key, c.Value.Text))).ToString(Formatting.None);
        variables["PULUMI_CONFIG_SECRET_KEYS"] = new JArray(environment.Config.Where(c => c.Value.IsSecret).Select(c => c.Key)).ToString(Formatting.None);
    }
}
