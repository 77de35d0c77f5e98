namespace PulumiNumbers.Engine.Programs;

/// <summary>A program as a method: registers resources through <paramref name="program"/>.</summary>
public delegate Task StackProgram(ProgramContext program, CancellationToken cancellationToken);
