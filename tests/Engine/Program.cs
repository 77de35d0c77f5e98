using System.CommandLine;
using PulumiNumbers.Engine.Cli;
using PulumiNumbers.Engine.Display;

// Interruption, not the command line's own handler, decides what Ctrl-C does.
return await CommandLine.Create(ConsoleSurface.System(), TimeProvider.System).Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
