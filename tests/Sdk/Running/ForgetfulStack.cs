using Pulumi;

namespace PulumiNumbers.Tests.Sdk.Running;

/// <summary>A program as a class that leaves a result out.</summary>
public sealed class ForgetfulStack : Stack
{
    [Output("forgotten")]
    public Output<string>? Forgotten { get; private set; }
}
