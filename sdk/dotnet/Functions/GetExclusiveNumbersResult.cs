using System.Collections.Immutable;

namespace Pulumi.Numbers;

/// <summary>What <see cref="GetExclusiveNumbers"/> answers.</summary>
[OutputType]
public sealed class GetExclusiveNumbersResult
{
    /// <summary>The exclusive numbers, ordered by number.</summary>
    public readonly ImmutableArray<Outputs.ExclusiveNumber> Numbers;

    [OutputConstructor]
    private GetExclusiveNumbersResult(
        ImmutableArray<Outputs.ExclusiveNumber> numbers)
    {
        Numbers = numbers;
    }
}
