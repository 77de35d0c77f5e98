namespace Pulumi.Numbers;

/// <summary>What all resources and functions of the package have in common.</summary>
internal static class Utilities
{
    /// <summary>The package's version, which also chooses the plugin's.</summary>
    public static string Version { get; } = ReadVersion();

    /// <summary>An environment variable as an input; null where it is not set.</summary>
    public static Input<string>? GetEnv(string name)
    {
        var value = Environment.GetEnvironmentVariable(name);
        if (string.IsNullOrEmpty(value))
            return null;

        return value;
    }

    /// <summary>An input that is a secret whatever the caller passed.</summary>
    public static Input<string>? AsSecret(Input<string>? value)
    {
        if (value is null)
            return null;

        return Output.CreateSecret(value.ToOutput());
    }

    /// <summary>The caller's options with the package's version and what the schema says is secret.</summary>
    public static CustomResourceOptions WithDefaults(CustomResourceOptions? options, Input<string>? id, params string[] secretOutputs)
    {
        var defaults = new CustomResourceOptions { Version = Version, AdditionalSecretOutputs = [.. secretOutputs] };
        var merged = CustomResourceOptions.Merge(defaults, options);
        merged.Id = id ?? merged.Id;
        return merged;
    }

    /// <summary>The caller's options with the package's version.</summary>
    public static InvokeOptions WithDefaults(this InvokeOptions? options) => new()
    {
        Parent = options?.Parent,
        Provider = options?.Provider,
        Version = options?.Version ?? Version,
    };

    /// <summary>The caller's options with the package's version.</summary>
    public static InvokeOutputOptions WithDefaults(this InvokeOutputOptions options) => new()
    {
        Parent = options.Parent,
        Provider = options.Provider,
        Version = options.Version ?? Version,
        DependsOn = options.DependsOn,
    };

    private static string ReadVersion()
    {
        using var stream = typeof(Utilities).Assembly.GetManifestResourceStream("Pulumi.Numbers.version.txt")
            ?? throw new InvalidOperationException("The assembly lacks its version.txt.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Trim();
    }
}
