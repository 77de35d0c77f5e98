namespace PulumiNumbers.Engine.Programs;

/// <summary>The program that says what a stack consists of.</summary>
public interface IProgram
{
    /// <summary>Runs the program to its end.</summary>
    /// <exception cref="EngineException">It could not be run, or failed without saying so through the engine's log.</exception>
    /// <param name="environment">Where it finds the engine.</param>
    /// <param name="output">Receives each line that it prints.</param>
    /// <param name="cancellationToken">Ends the program before its time, the deployment having failed.</param>
    Task RunAsync(ProgramEnvironment environment, Action<string> output, CancellationToken cancellationToken);
}
