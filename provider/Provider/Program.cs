using PulumiNumbers.Plugin.Schema;
using PulumiNumbers.Plugin.Serving;
using PulumiNumbers.Provider;
using PulumiNumbers.Provider.Deployments;

using var deployment = new DeploymentContext(DeploymentOptions.OfUser);
var provider = NumbersProvider.Define(deployment: deployment);
if (args is ["schema"])
{
    Console.Out.Write(SchemaBuilder.Build(provider));
    return 0;
}

return await PluginHost.RunAsync(provider, args);
