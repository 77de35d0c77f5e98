using PulumiNumbers.Emulator;
using PulumiNumbers.Engine;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.OwnedNumbers;

/// <summary>A test of rented numbers: accounts that rent none to begin with, and a plugin whose patience is short.</summary>
public abstract class NumberTest : StackTest
{
    protected override BenchOptions BenchOptions => new()
    {
        Carriers = new EmulatorOptions { VonageOwnedNumbers = 0 },
        PluginClock = new HurriedClock(10),
    };

    /// <summary>A program of one number, named <c>one</c>.</summary>
    protected static StackProgram One(PropertyMap inputs, RegisterOptions? options = null) => StackBench.One(Tokens.OwnedNumber, inputs, options);

    /// <summary>A program of numbers that do not wait for each other.</summary>
    protected static StackProgram Together(params (string Name, PropertyMap Inputs)[] numbers) => StackBench.Program(
        program => Task.WhenAll(numbers.Select(number => program.RegisterAsync(Tokens.OwnedNumber, number.Name, number.Inputs))));

    /// <summary>A program of numbers each of which waits for the one before.</summary>
    protected static StackProgram InTurn(params (string Name, PropertyMap Inputs)[] numbers) => StackBench.Program(async program =>
    {
        foreach (var (name, inputs) in numbers)
            await program.RegisterAsync(Tokens.OwnedNumber, name, inputs);
    });

    /// <summary>The number that a resource has by the saved state.</summary>
    protected string NumberOf(string name) => Bench.State.Find(name)!.Outputs["number"].AsString;

    /// <summary>All that was said in a run.</summary>
    protected static string Said(DeploymentResult run) => string.Join('\n', run.Diagnostics.Select(said => said.Message));
}
