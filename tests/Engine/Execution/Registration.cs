using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Execution;

/// <summary>What the program is told of a resource that it registered.</summary>
/// <param name="Urn">Its name.</param>
/// <param name="Id">Its id; empty where a preview cannot know it.</param>
/// <param name="Outputs">Its state; in a preview what is missing is unknown.</param>
internal sealed record Registration(Urn Urn, string Id, PropertyMap Outputs);
