using System.Collections.Immutable;

namespace Pulumi.Numbers;

/// <summary>What <see cref="GetOwnedNumbers"/> answers.</summary>
[OutputType]
public sealed class GetOwnedNumbersResult
{
    /// <summary>The account's numbers, in ascending order.</summary>
    public readonly ImmutableArray<Outputs.OwnedNumberResult> Numbers;

    [OutputConstructor]
    private GetOwnedNumbersResult(
        ImmutableArray<Outputs.OwnedNumberResult> numbers)
    {
        Numbers = numbers;
    }
}
