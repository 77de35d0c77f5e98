using System.CommandLine;
using PulumiNumbers.Benchmarks;

var plugins = new Option<Plugin[]>("--plugin")
{
    Description = "A plugin to measure, as NAME=COMMAND; repeat it to compare several with the first.",
    Arity = ArgumentArity.OneOrMore,
    Required = true,
    CustomParser = result => [.. result.Tokens.Select(token => Plugin.Parse(token.Value))],
};
var lives = new Option<int>("--lives") { Description = "How many lives of each plugin are measured.", DefaultValueFactory = _ => 11 };
var deployments = new Option<bool>("--deployments") { Description = "Also measures deployments of 100 and 1,000 numbers under the engine of tests/Engine." };

var command = new RootCommand("Measures provider plugins as an engine uses them: one process after the other, in alternating lives.") { plugins, lives, deployments };
command.SetAction(async (arguments, cancellationToken) =>
{
    var measured = arguments.GetValue(plugins)!;
    Console.WriteLine(Table.Of(measured, await LifeMeasurement.MeasureAsync(measured, arguments.GetValue(lives), Console.Error, cancellationToken)));
    if (arguments.GetValue(deployments))
        Console.WriteLine(Table.Of(measured, await DeploymentMeasurement.MeasureAsync(measured, Console.Error, cancellationToken)));
    return 0;
});
return await command.Parse(args).InvokeAsync();
