namespace Pulumi.Numbers.Outputs;

/// <summary>An exclusive number of a PBX, without its agents.</summary>
[OutputType]
public sealed class ExclusiveNumber
{
    /// <summary>PortSIP's id, by which the number can be imported as an <c>ExclusiveNumber</c>.</summary>
    public readonly string Id;

    /// <summary>The number as the PBX spells it.</summary>
    public readonly string Number;

    /// <summary>Whether calls from the number are routed to its agents.</summary>
    public readonly bool Enabled;

    /// <summary>A note for people.</summary>
    public readonly string? Description;

    /// <summary>When the PBX created it, as an RFC 3339 time in UTC.</summary>
    public readonly string? CreatedAt;

    [OutputConstructor]
    private ExclusiveNumber(
        string id,
        string number,
        bool enabled,
        string? description,
        string? createdAt)
    {
        Id = id;
        Number = number;
        Enabled = enabled;
        Description = description;
        CreatedAt = createdAt;
    }
}
