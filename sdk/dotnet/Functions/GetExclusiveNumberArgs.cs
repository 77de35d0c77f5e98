namespace Pulumi.Numbers;

/// <summary>The arguments of <see cref="GetExclusiveNumber.InvokeAsync"/>.</summary>
public sealed class GetExclusiveNumberArgs : InvokeArgs
{
    /// <summary>No arguments but the defaults.</summary>
    public static new GetExclusiveNumberArgs Empty => new();

    /// <summary>PortSIP's id. Either this or <c>number</c> is needed.</summary>
    [Input("id")]
    public string? Id { get; set; }

    /// <summary>The number. Either this or <c>id</c> is needed.</summary>
    [Input("number")]
    public string? Number { get; set; }
}
