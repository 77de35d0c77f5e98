namespace Pulumi.Numbers;

/// <summary>Lists the numbers that a Vonage number pool holds.</summary>
public static class GetPoolNumbers
{
    private const string Token = "numbers:index:getPoolNumbers";

    /// <summary>Asks at once and answers a task.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called.</param>
    public static Task<GetPoolNumbersResult> InvokeAsync(GetPoolNumbersArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.InvokeAsync<GetPoolNumbersResult>(Token, args, options.WithDefaults());

    /// <summary>Asks once the arguments are known and answers an output.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called.</param>
    public static Output<GetPoolNumbersResult> Invoke(GetPoolNumbersInvokeArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.Invoke<GetPoolNumbersResult>(Token, args, options.WithDefaults());

    /// <summary>Asks once the arguments are known and what it depends on exists, and answers an output.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called, and what must exist before.</param>
    public static Output<GetPoolNumbersResult> Invoke(GetPoolNumbersInvokeArgs args, InvokeOutputOptions options) =>
        Deployment.Instance.Invoke<GetPoolNumbersResult>(Token, args, options.WithDefaults());
}
