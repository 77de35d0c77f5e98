using System.Collections.Immutable;

namespace Pulumi.Numbers;

/// <summary>What <see cref="GetOwnedNumbers"/> answers.</summary>
[OutputType]
public sealed class GetOwnedNumbersResult
{
    /// <summary>The account's numbers, in ascending order.</summary>
    public readonly ImmutableArray<Outputs.OwnedNumber> Numbers;

    [OutputConstructor]
    private GetOwnedNumbersResult(
        ImmutableArray<Outputs.OwnedNumber> numbers)
    {
        Numbers = numbers;
    }
}
