using System.Collections.Immutable;

namespace Pulumi.Numbers;

/// <summary>What <see cref="GetAvailableNumbers"/> answers.</summary>
[OutputType]
public sealed class GetAvailableNumbersResult
{
    /// <summary>The numbers on offer, in ascending order.</summary>
    public readonly ImmutableArray<Outputs.AvailableNumber> Numbers;

    [OutputConstructor]
    private GetAvailableNumbersResult(
        ImmutableArray<Outputs.AvailableNumber> numbers)
    {
        Numbers = numbers;
    }
}
