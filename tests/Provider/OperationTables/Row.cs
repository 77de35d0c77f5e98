using PulumiNumbers.Tests.Provider.Harness;

namespace PulumiNumbers.Tests.Provider.OperationTables;

/// <summary>One row of a carrier's operation table, and what a user does that leads to it.</summary>
/// <param name="Carrier">The carrier.</param>
/// <param name="Operation">The operation as the emulator names it.</param>
/// <param name="Request">The method and the path, with <c>*</c> for a variable segment.</param>
/// <param name="Act">What leads to the request; it asserts what the user sees of the answer.</param>
public sealed record Row(string Carrier, string Operation, string Request, Func<ProviderHarness, Task> Act)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Carrier} {Operation}: {Request}";
}
