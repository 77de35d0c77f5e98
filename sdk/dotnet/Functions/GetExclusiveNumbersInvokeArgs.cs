namespace Pulumi.Numbers;

/// <summary>The arguments of <see cref="GetExclusiveNumbers"/> where they are outputs.</summary>
public sealed class GetExclusiveNumbersInvokeArgs : InvokeArgs
{
    /// <summary>No inputs but the defaults.</summary>
    public static new GetExclusiveNumbersInvokeArgs Empty => new();

    /// <summary>Lists only numbers that begin with this.</summary>
    [Input("prefix")]
    public Input<string>? Prefix { get; set; }

    /// <summary>Lists only numbers that are enabled, or only those that are not.</summary>
    [Input("enabled")]
    public Input<bool>? Enabled { get; set; }
}
