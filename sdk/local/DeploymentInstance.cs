using Pulumi.Running;

namespace Pulumi;

/// <summary>One deployment, as the program in it sees it.</summary>
public sealed class DeploymentInstance
{
    private readonly ProgramRun _run;

    internal DeploymentInstance(ProgramRun run) => _run = run;

    /// <summary>The stack's name.</summary>
    public string StackName => _run.Settings.Stack;

    /// <summary>The project's name.</summary>
    public string ProjectName => _run.Settings.Project;

    /// <summary>The organization that the stack belongs to.</summary>
    public string OrganizationName => _run.Settings.Organization;

    /// <summary>Whether this is a preview: nothing is changed, and outputs of new resources are unknown.</summary>
    public bool IsDryRun => _run.Settings.IsDryRun;

    /// <summary>Calls a provider's function once its arguments are known.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="token">The function's token, such as <c>numbers:index:getNumberPool</c>.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">How it is called.</param>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        new(_run.Functions.CallWhenKnownAsync<T>(token, args, options));

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        Invoke<T>(token, args, (InvokeOptions)options);

    /// <summary>Calls a provider's function at once.</summary>
    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions)"/>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        _run.Functions.CallAsync<T>(token, args, options);
}
