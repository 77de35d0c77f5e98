using System.Collections.Immutable;

namespace Pulumi.Numbers;

/// <summary>What <see cref="GetPoolNumbers"/> answers.</summary>
[OutputType]
public sealed class GetPoolNumbersResult
{
    /// <summary>The numbers that the pool holds, as digits, in ascending order.</summary>
    public readonly ImmutableArray<string> Numbers;

    [OutputConstructor]
    private GetPoolNumbersResult(
        ImmutableArray<string> numbers)
    {
        Numbers = numbers;
    }
}
