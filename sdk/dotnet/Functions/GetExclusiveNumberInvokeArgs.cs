namespace Pulumi.Numbers;

/// <summary>The arguments of <see cref="GetExclusiveNumber"/> where they are outputs.</summary>
public sealed class GetExclusiveNumberInvokeArgs : InvokeArgs
{
    /// <summary>No inputs but the defaults.</summary>
    public static new GetExclusiveNumberInvokeArgs Empty => new();

    /// <summary>PortSIP's id. Either this or <c>number</c> is needed.</summary>
    [Input("id")]
    public Input<string>? Id { get; set; }

    /// <summary>The number. Either this or <c>id</c> is needed.</summary>
    [Input("number")]
    public Input<string>? Number { get; set; }
}
