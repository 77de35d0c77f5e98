namespace Pulumi;

/// <summary>How a provider's function is called where its result is an output.</summary>
public class InvokeOutputOptions : InvokeOptions
{
    /// <summary>What must exist before the function is called.</summary>
    public InputList<Resource> DependsOn { get; set; } = [];
}
