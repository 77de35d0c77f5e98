using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Events;

/// <summary>Something that the engine, the program or a provider says.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Urn">The resource that it is about, if it is about one.</param>
/// <param name="Message">The words.</param>
/// <param name="IsStatus">A passing line about progress, of interest only while the resource is being worked on.</param>
public sealed record Diagnostic(Severity Severity, Urn? Urn, string Message, bool IsStatus = false);
