using PulumiNumbers.Plugin.Schema;
using PulumiNumbers.Plugin.Serving;
using PulumiNumbers.Provider;

var provider = NumbersProvider.Define();
if (args is ["schema"])
{
    Console.Out.Write(SchemaBuilder.Build(provider));
    return 0;
}

return await PluginHost.RunAsync(provider, args);
