using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using PulumiNumbers.Engine.Secrets;

namespace PulumiNumbers.Tests.Engine.Fakes;

/// <summary>A project folder whose program and plugin are this assembly, and the engine's command line to run on it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class CommandLineFixture : IDisposable
{
    public const string Password = "canary-7731";
    private const string Passphrase = "a passphrase";

    private static readonly PassphraseCrypter Crypter = PassphraseCrypter.Create(Passphrase);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engine-cli-tests-");

    public CommandLineFixture()
    {
        Script("program", "program");
        Script("pulumi-resource-fake", "provider");
        File.WriteAllText(Path("Pulumi.yaml"), """
            name: cli-test
            runtime:
              name: dotnet
              options:
                binary: program
            plugins:
              providers:
                - name: fake
                  path: .
            """);
        Configure(size: 7);
    }

    /// <summary>Variables for the commands.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal) { ["PULUMI_CONFIG_PASSPHRASE"] = Passphrase };

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public void Configure(int size) => File.WriteAllText(Path("Pulumi.dev.yaml"), $"""
        encryptionsalt: {Crypter.Salt}
        config:
          cli-test:things: first,second
          cli-test:size: {size.ToString(CultureInfo.InvariantCulture)}
          cli-test:password:
            secure: {Crypter.Encrypt(Password)}
        """);

    public Task<CommandResult> RunAsync(params string[] arguments) => RunAsync((_, _) => { }, arguments);

    /// <summary>Runs a command and interrupts it, as Ctrl-C does, when a line that it prints ends so.</summary>
    public Task<CommandResult> InterruptAsync(string when, params string[] arguments) => RunAsync(
        (line, engine) =>
        {
            if (line.EndsWith(when, StringComparison.Ordinal))
                Signal("INT", engine.Id);
        },
        arguments);

    /// <summary>Runs a command and kills its plugin when a line that it prints ends so.</summary>
    public Task<CommandResult> KillPluginAsync(string when, params string[] arguments) => RunAsync(
        (line, engine) =>
        {
            if (line.EndsWith(when, StringComparison.Ordinal))
                Signal("KILL", PluginOf(engine));
        },
        arguments);

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Signal(string name, int process)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    // The engine's one child that was started as "… provider …".
    private static int PluginOf(Process engine) => Directory.GetDirectories("/proc")
        .Select(d => int.TryParse(System.IO.Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0 && ParentOf(id) == engine.Id)
        .First(id => File.ReadAllText($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/cmdline").Contains("\0provider\0", StringComparison.Ordinal));

    private static int ParentOf(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private async Task<CommandResult> RunAsync(Action<string, Process> onLine, string[] arguments)
    {
        var engine = System.IO.Path.Combine(AppContext.BaseDirectory, "PulumiNumbers.Engine.dll");
        using var process = new Process
        {
            // A test run in the background may have switched Ctrl-C off for its children.
            StartInfo = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", engine, .. arguments])
            {
                WorkingDirectory = _folder.FullName,
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        foreach (var (name, value) in Variables)
            process.StartInfo.Environment[name] = value;
        var output = new StringBuilder();
        process.OutputDataReceived += (_, e) =>
        {
            if (e.Data is not { } line)
                return;
            output.AppendLine(line);
            onLine(line, process);
        };
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, output.ToString(), error);
    }

    private void Script(string name, string role)
    {
        File.WriteAllText(Path(name), $"""
            #!/bin/sh
            exec dotnet "{typeof(CommandLineFixture).Assembly.Location}" {role} "$@"

            """);
        File.SetUnixFileMode(Path(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

/// <summary>What a command printed and how it ended.</summary>
public sealed record CommandResult(int Code, string Out, string Error);
