namespace PulumiNumbers.Engine.Display;

/// <summary>How a kind of deployment is spoken of.</summary>
internal sealed record DeploymentWords(string Doing, string Previewing, string Question)
{
    public static DeploymentWords Up { get; } = new("Updating", "Previewing update", "Perform this update?");

    public static DeploymentWords Refresh { get; } = new("Refreshing", "Previewing refresh", "Save what was found?");

    public static DeploymentWords Destroy { get; } = new("Destroying", "Previewing destroy", "Delete these resources?");

    public static DeploymentWords Import { get; } = new("Importing", "Previewing import", "Take this resource into the stack?");
}
