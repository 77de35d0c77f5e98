namespace Pulumi.Numbers;

/// <summary>Lists numbers that a carrier offers for rent, with what they cost.</summary>
public static class GetAvailableNumbers
{
    private const string Token = "numbers:index:getAvailableNumbers";

    /// <summary>Asks at once and answers a task.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called.</param>
    public static Task<GetAvailableNumbersResult> InvokeAsync(GetAvailableNumbersArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.InvokeAsync<GetAvailableNumbersResult>(Token, args, options.WithDefaults());

    /// <summary>Asks once the arguments are known and answers an output.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called.</param>
    public static Output<GetAvailableNumbersResult> Invoke(GetAvailableNumbersInvokeArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.Invoke<GetAvailableNumbersResult>(Token, args, options.WithDefaults());

    /// <summary>Asks once the arguments are known and what it depends on exists, and answers an output.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called, and what must exist before.</param>
    public static Output<GetAvailableNumbersResult> Invoke(GetAvailableNumbersInvokeArgs args, InvokeOutputOptions options) =>
        Deployment.Instance.Invoke<GetAvailableNumbersResult>(Token, args, options.WithDefaults());
}
