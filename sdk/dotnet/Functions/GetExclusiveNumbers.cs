namespace Pulumi.Numbers;

/// <summary>Lists the exclusive numbers of a PortSIP PBX.</summary>
public static class GetExclusiveNumbers
{
    private const string Token = "numbers:index:getExclusiveNumbers";

    /// <summary>Asks at once and answers a task.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called.</param>
    public static Task<GetExclusiveNumbersResult> InvokeAsync(GetExclusiveNumbersArgs? args = null, InvokeOptions? options = null) =>
        Deployment.Instance.InvokeAsync<GetExclusiveNumbersResult>(Token, args ?? new GetExclusiveNumbersArgs(), options.WithDefaults());

    /// <summary>Asks once the arguments are known and answers an output.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called.</param>
    public static Output<GetExclusiveNumbersResult> Invoke(GetExclusiveNumbersInvokeArgs? args = null, InvokeOptions? options = null) =>
        Deployment.Instance.Invoke<GetExclusiveNumbersResult>(Token, args ?? new GetExclusiveNumbersInvokeArgs(), options.WithDefaults());

    /// <summary>Asks once the arguments are known and what it depends on exists, and answers an output.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called, and what must exist before.</param>
    public static Output<GetExclusiveNumbersResult> Invoke(GetExclusiveNumbersInvokeArgs? args, InvokeOutputOptions options) =>
        Deployment.Instance.Invoke<GetExclusiveNumbersResult>(Token, args ?? new GetExclusiveNumbersInvokeArgs(), options.WithDefaults());
}
