namespace Pulumi.Numbers;

/// <summary>Reads a number pool of a Vonage account. Fails where there is none of that id.</summary>
public static class GetNumberPool
{
    private const string Token = "numbers:index:getNumberPool";

    /// <summary>Asks at once and answers a task.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called.</param>
    public static Task<GetNumberPoolResult> InvokeAsync(GetNumberPoolArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.InvokeAsync<GetNumberPoolResult>(Token, args, options.WithDefaults());

    /// <summary>Asks once the arguments are known and answers an output.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called.</param>
    public static Output<GetNumberPoolResult> Invoke(GetNumberPoolInvokeArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.Invoke<GetNumberPoolResult>(Token, args, options.WithDefaults());

    /// <summary>Asks once the arguments are known and what it depends on exists, and answers an output.</summary>
    /// <param name="args">What to ask for.</param>
    /// <param name="options">How the function is called, and what must exist before.</param>
    public static Output<GetNumberPoolResult> Invoke(GetNumberPoolInvokeArgs args, InvokeOutputOptions options) =>
        Deployment.Instance.Invoke<GetNumberPoolResult>(Token, args, options.WithDefaults());
}
