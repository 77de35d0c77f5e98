namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>How a number was configured before an update.</summary>
/// <param name="Inputs">What the program said then.</param>
/// <param name="State">What was so.</param>
internal sealed record PriorConfiguration(OwnedNumberArgs Inputs, OwnedNumberState State);
