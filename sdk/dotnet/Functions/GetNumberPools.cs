namespace Pulumi.Numbers;

/// <summary>Lists the number pools of a Vonage account.</summary>
public static class GetNumberPools
{
    private const string Token = "numbers:index:getNumberPools";

    /// <summary>Asks at once and answers a task.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called.</param>
    public static Task<GetNumberPoolsResult> InvokeAsync(GetNumberPoolsArgs? args = null, InvokeOptions? options = null) =>
        Deployment.Instance.InvokeAsync<GetNumberPoolsResult>(Token, args ?? new GetNumberPoolsArgs(), options.WithDefaults());

    /// <summary>Asks once the arguments are known and answers an output.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called.</param>
    public static Output<GetNumberPoolsResult> Invoke(GetNumberPoolsInvokeArgs? args = null, InvokeOptions? options = null) =>
        Deployment.Instance.Invoke<GetNumberPoolsResult>(Token, args ?? new GetNumberPoolsInvokeArgs(), options.WithDefaults());

    /// <summary>Asks once the arguments are known and what it depends on exists, and answers an output.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called, and what must exist before.</param>
    public static Output<GetNumberPoolsResult> Invoke(GetNumberPoolsInvokeArgs? args, InvokeOutputOptions options) =>
        Deployment.Instance.Invoke<GetNumberPoolsResult>(Token, args ?? new GetNumberPoolsInvokeArgs(), options.WithDefaults());
}
