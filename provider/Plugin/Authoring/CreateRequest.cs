namespace PulumiNumbers.Plugin.Authoring;

/// <summary>Asks for a resource to be created.</summary>
/// <typeparam name="TArgs">The resource's inputs.</typeparam>
public sealed record CreateRequest<TArgs> : InputRequest<TArgs>
    where TArgs : class;
