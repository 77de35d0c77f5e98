using PulumiNumbers.Emulator.Commands;

// Without the library's own handling of signals: it would end the process two seconds after Ctrl-C, in the middle of a deployment.
return await EmulatorCommands.Build().Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = null });
