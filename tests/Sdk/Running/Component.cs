using Pulumi;

namespace PulumiNumbers.Tests.Sdk.Running;

/// <summary>A group of resources with an output of its own.</summary>
internal sealed class Component : ComponentResource
{
    public Component(string name, Func<Component, Output<string>> children, ComponentResourceOptions? options = null)
        : base("test:index:Component", name, options)
    {
        Result = children(this);
        RegisterOutputs();
    }

    [Output("result")]
    public Output<string> Result { get; private set; }
}
