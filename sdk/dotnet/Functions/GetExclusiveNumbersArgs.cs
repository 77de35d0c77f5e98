namespace Pulumi.Numbers;

/// <summary>The arguments of <see cref="GetExclusiveNumbers.InvokeAsync"/>.</summary>
public sealed class GetExclusiveNumbersArgs : InvokeArgs
{
    /// <summary>No arguments but the defaults.</summary>
    public static new GetExclusiveNumbersArgs Empty => new();

    /// <summary>Lists only numbers that begin with this.</summary>
    [Input("prefix")]
    public string? Prefix { get; set; }

    /// <summary>Lists only numbers that are enabled, or only those that are not.</summary>
    [Input("enabled")]
    public bool? Enabled { get; set; }
}
