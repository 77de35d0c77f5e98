using Pulumi;
using Pulumi.Numbers;

namespace PulumiNumbers.Tests.Sdk.Running;

/// <summary>A program as a class.</summary>
public sealed class PoolStack : Stack
{
    public PoolStack()
    {
        Pool = new NumberPool("pool", new() { PoolId = "alerts" }).PoolId;
        Preview = Output.Create(Deployment.Instance.IsDryRun);
    }

    [Output("pool")]
    public Output<string> Pool { get; private set; }

    [Output]
    public Output<bool> Preview { get; private set; }
}
