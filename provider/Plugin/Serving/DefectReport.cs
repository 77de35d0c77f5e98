namespace PulumiNumbers.Plugin.Serving;

/// <summary>Says where something broke that should not: the type and the place, never the words, which may hold anything.</summary>
/// <param name="output">Takes it.</param>
internal sealed class DefectReport(TextWriter output)
{
    /// <summary>Writes a report.</summary>
    /// <param name="where">What was being done.</param>
    /// <param name="exception">What broke.</param>
    public void Write(string where, Exception exception)
    {
        var report = new StringWriter { NewLine = "\n" };
        report.WriteLine($"Internal error while {where}:");
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            report.WriteLine($"{cause.GetType().FullName}\n{cause.StackTrace}");
        output.Write(report);
    }

    /// <summary>From now on, the process ends with a report where it would end with the exception's words.</summary>
    public void TakeCrashes() => AppDomain.CurrentDomain.UnhandledException += (_, crash) =>
    {
        if (crash.ExceptionObject is Exception exception)
            Write("serving", exception);
        Environment.Exit(1);
    };
}
