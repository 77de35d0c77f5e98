namespace Pulumi;

/// <summary>How the engine treats a resource that a provider manages.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    /// <summary>Whether a replaced resource is deleted before the new one is created.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Outputs that are secrets whatever the provider says.</summary>
    public List<string> AdditionalSecretOutputs { get; set; } = [];

    /// <summary>The id of something that exists already and is taken into the stack.</summary>
    public string? ImportId { get; set; }

    /// <summary>New options of both, of which the second counts more; lists are joined.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var first = options1 ?? new CustomResourceOptions();
        var second = options2 ?? new CustomResourceOptions();
        var merged = new CustomResourceOptions
        {
            DeleteBeforeReplace = second.DeleteBeforeReplace ?? first.DeleteBeforeReplace,
            AdditionalSecretOutputs = [.. first.AdditionalSecretOutputs, .. second.AdditionalSecretOutputs],
            ImportId = second.ImportId ?? first.ImportId,
        };
        merged.Join(first, second);
        return merged;
    }
}
