namespace Pulumi.Numbers;

/// <summary>
/// Reads an exclusive number of a PortSIP PBX, by its id or by the number, with its agents. Fails where there is none.
/// </summary>
public static class GetExclusiveNumber
{
    private const string Token = "numbers:index:getExclusiveNumber";

    /// <summary>Asks at once and answers a task.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called.</param>
    public static Task<GetExclusiveNumberResult> InvokeAsync(GetExclusiveNumberArgs? args = null, InvokeOptions? options = null) =>
        Deployment.Instance.InvokeAsync<GetExclusiveNumberResult>(Token, args ?? new GetExclusiveNumberArgs(), options.WithDefaults());

    /// <summary>Asks once the arguments are known and answers an output.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called.</param>
    public static Output<GetExclusiveNumberResult> Invoke(GetExclusiveNumberInvokeArgs? args = null, InvokeOptions? options = null) =>
        Deployment.Instance.Invoke<GetExclusiveNumberResult>(Token, args ?? new GetExclusiveNumberInvokeArgs(), options.WithDefaults());

    /// <summary>Asks once the arguments are known and what it depends on exists, and answers an output.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called, and what must exist before.</param>
    public static Output<GetExclusiveNumberResult> Invoke(GetExclusiveNumberInvokeArgs? args, InvokeOutputOptions options) =>
        Deployment.Instance.Invoke<GetExclusiveNumberResult>(Token, args ?? new GetExclusiveNumberInvokeArgs(), options.WithDefaults());
}
