namespace PulumiNumbers.Carriers;

/// <summary>One parameter that a carrier found wrong, in its own words.</summary>
/// <param name="Name">The parameter's name in the carrier's document, such as <c>numbers[3]</c> or <c>ids</c>.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record InvalidParameter(string Name, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Reason}";
}
