namespace PulumiNumbers.Engine.Events;

/// <summary>How grave a diagnostic is.</summary>
public enum Severity
{
    /// <summary>For those who look for a fault.</summary>
    Debug,

    /// <summary>Good to know.</summary>
    Info,

    /// <summary>To be looked at.</summary>
    Warning,

    /// <summary>Fails the deployment.</summary>
    Error,
}
