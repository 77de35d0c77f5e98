using System.Collections.Immutable;
using Pulumi.Running;

namespace Pulumi;

/// <summary>Runs a program as a deployment.</summary>
public sealed class Deployment
{
    private Deployment()
    {
    }

    /// <summary>The deployment that the calling code belongs to.</summary>
    /// <exception cref="InvalidOperationException">The code does not run inside <c>RunAsync</c>.</exception>
    public static DeploymentInstance Instance => new(ProgramRun.Required);

    /// <summary>Runs a program that has no results.</summary>
    /// <param name="action">The program.</param>
    /// <returns>The exit code for the process.</returns>
    public static Task<int> RunAsync(Action action) => RunAsync(() =>
    {
        action();
        return NoResults();
    });

    /// <summary>Runs a program and publishes its results.</summary>
    /// <inheritdoc cref="RunAsync(Action)"/>
    /// <param name="func">The program.</param>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RunAsync(() => Task.FromResult(func()));

    /// <summary>Runs an asynchronous program that has no results.</summary>
    /// <inheritdoc cref="RunAsync(Action)"/>
    /// <param name="func">The program.</param>
    public static Task<int> RunAsync(Func<Task> func) => RunAsync(async () =>
    {
        await func();
        return NoResults();
    });

    /// <summary>Runs an asynchronous program and publishes its results.</summary>
    /// <inheritdoc cref="RunAsync(Action)"/>
    /// <param name="func">The program.</param>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func) =>
        RunAsync(ProgramSettings.FromEnvironment(), func, CancellationToken.None);

    /// <summary>Runs a program that is a stack class, and publishes the properties marked as outputs.</summary>
    /// <typeparam name="TStack">The program: its constructor makes the resources.</typeparam>
    /// <returns>The exit code for the process.</returns>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() =>
        RunAsync<TStack>(ProgramSettings.FromEnvironment(), CancellationToken.None);

    internal static Task<int> RunAsync(
        ProgramSettings settings,
        Func<Task<IDictionary<string, object?>>> program,
        CancellationToken cancellationToken) =>
        ProgramRun.RunAsync(settings, () => new Stack().Publish(program()), cancellationToken);

    internal static Task<int> RunAsync<TStack>(ProgramSettings settings, CancellationToken cancellationToken)
        where TStack : Stack, new() =>
        ProgramRun.RunAsync(settings, () => new TStack().PublishDeclared(), cancellationToken);

    private static ImmutableDictionary<string, object?> NoResults() => ImmutableDictionary<string, object?>.Empty;
}
