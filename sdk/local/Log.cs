using Pulumi.Running;
using Pulumirpc;

namespace Pulumi;

/// <summary>Messages to the user, shown by the engine. An error makes the deployment fail.</summary>
public static class Log
{
    /// <summary>A message for those who look for a fault.</summary>
    /// <param name="message">The message.</param>
    /// <param name="resource">The resource beside which it is shown.</param>
    /// <param name="streamId">Ties the lines of one message together.</param>
    /// <param name="ephemeral">Whether it is a status line that is not kept.</param>
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Write(LogSeverity.Debug, message, resource, streamId, ephemeral);

    /// <summary>A message worth knowing.</summary>
    /// <inheritdoc cref="Debug"/>
    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Write(LogSeverity.Info, message, resource, streamId, ephemeral);

    /// <summary>A message that calls for a look.</summary>
    /// <inheritdoc cref="Debug"/>
    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Write(LogSeverity.Warning, message, resource, streamId, ephemeral);

    /// <summary>What went wrong; the deployment fails.</summary>
    /// <inheritdoc cref="Debug"/>
    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Write(LogSeverity.Error, message, resource, streamId, ephemeral);

    /// <summary>What went wrong, with its stack trace; the deployment fails.</summary>
    /// <param name="exception">What went wrong.</param>
    /// <param name="resource">The resource beside which it is shown.</param>
    /// <param name="streamId">Ties the lines of one message together.</param>
    /// <param name="ephemeral">Whether it is a status line that is not kept.</param>
    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Error(exception.ToString(), resource, streamId, ephemeral);

    private static void Write(LogSeverity severity, string message, Resource? resource, int? streamId, bool? ephemeral)
    {
        var run = ProgramRun.Required;
        run.Work.Track(run.Log.WriteAsync(severity, message, resource, streamId, ephemeral));
    }
}
