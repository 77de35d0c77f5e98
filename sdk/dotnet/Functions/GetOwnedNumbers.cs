namespace Pulumi.Numbers;

/// <summary>Lists the numbers that an account rents, each with the id by which it can be imported.</summary>
public static class GetOwnedNumbers
{
    private const string Token = "numbers:index:getOwnedNumbers";

    /// <summary>Asks at once and answers a task.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called.</param>
    public static Task<GetOwnedNumbersResult> InvokeAsync(GetOwnedNumbersArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.InvokeAsync<GetOwnedNumbersResult>(Token, args, options.WithDefaults());

    /// <summary>Asks once the arguments are known and answers an output.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called.</param>
    public static Output<GetOwnedNumbersResult> Invoke(GetOwnedNumbersInvokeArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.Invoke<GetOwnedNumbersResult>(Token, args, options.WithDefaults());

    /// <summary>Asks once the arguments are known and what it depends on exists, and answers an output.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called, and what must exist before.</param>
    public static Output<GetOwnedNumbersResult> Invoke(GetOwnedNumbersInvokeArgs args, InvokeOutputOptions options) =>
        Deployment.Instance.Invoke<GetOwnedNumbersResult>(Token, args, options.WithDefaults());
}
