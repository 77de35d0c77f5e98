using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Pulumi.Running;

namespace Pulumi;

/// <summary>The stack's configuration under one namespace. The <c>Secret</c> methods answer the value as a secret output.</summary>
public sealed class Config
{
    private readonly string _namespace;

    /// <summary>The configuration of a namespace.</summary>
    /// <param name="name">The namespace; the project's own where it is left out.</param>
    public Config(string? name = null) => _namespace = name ?? ProgramRun.Required.Settings.Project;

    /// <summary>A text, or null where it is not set.</summary>
    public string? Get(string key) => ProgramRun.Required.Settings.Config.GetValueOrDefault(FullKey(key));

    /// <inheritdoc cref="Get"/>
    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>True or false, or null where it is not set.</summary>
    /// <exception cref="RunException">It is something else.</exception>
    public bool? GetBoolean(string key) => Get(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw WrongType(key, "true or false"),
    };

    /// <inheritdoc cref="GetBoolean"/>
    public Output<bool>? GetSecretBoolean(string key) => GetBoolean(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>A whole number, or null where it is not set.</summary>
    /// <exception cref="RunException">It is something else.</exception>
    public int? GetInt32(string key)
    {
        if (Get(key) is not { } text)
            return null;

        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : throw WrongType(key, "a whole number");
    }

    /// <inheritdoc cref="GetInt32"/>
    public Output<int>? GetSecretInt32(string key) => GetInt32(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>A number, or null where it is not set.</summary>
    /// <exception cref="RunException">It is something else.</exception>
    public double? GetDouble(string key)
    {
        if (Get(key) is not { } text)
            return null;

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw WrongType(key, "a number");
    }

    /// <inheritdoc cref="GetDouble"/>
    public Output<double>? GetSecretDouble(string key) => GetDouble(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>A value given as JSON, or the type's default where it is not set.</summary>
    /// <exception cref="RunException">It is not the JSON of such a value.</exception>
    [return: MaybeNull]
    public T GetObject<T>(string key)
    {
        try
        {
            return Get(key) is { } json ? JsonSerializer.Deserialize<T>(json) : default;
        }
        catch (JsonException)
        {
            throw WrongType(key, $"the JSON of a {typeof(T).Name}");
        }
    }

    /// <inheritdoc cref="GetObject{T}"/>
    public Output<T>? GetSecretObject<T>(string key) => Get(key) is null ? null : Output.CreateSecret(GetObject<T>(key)!);

    /// <summary>A text that must be set.</summary>
    /// <exception cref="RunException">It is not set.</exception>
    public string Require(string key) => Get(key) ?? throw Missing(key);

    /// <inheritdoc cref="Require"/>
    public Output<string> RequireSecret(string key) => GetSecret(key) ?? throw Missing(key);

    /// <summary>True or false, which must be set.</summary>
    /// <exception cref="RunException">It is not set, or something else.</exception>
    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    /// <inheritdoc cref="RequireBoolean"/>
    public Output<bool> RequireSecretBoolean(string key) => GetSecretBoolean(key) ?? throw Missing(key);

    /// <summary>A whole number that must be set.</summary>
    /// <exception cref="RunException">It is not set, or something else.</exception>
    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    /// <inheritdoc cref="RequireInt32"/>
    public Output<int> RequireSecretInt32(string key) => GetSecretInt32(key) ?? throw Missing(key);

    /// <summary>A number that must be set.</summary>
    /// <exception cref="RunException">It is not set, or something else.</exception>
    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    /// <inheritdoc cref="RequireDouble"/>
    public Output<double> RequireSecretDouble(string key) => GetSecretDouble(key) ?? throw Missing(key);

    /// <summary>A value given as JSON, which must be set.</summary>
    /// <exception cref="RunException">It is not set, or not the JSON of such a value.</exception>
    public T RequireObject<T>(string key) => Get(key) is null ? throw Missing(key) : GetObject<T>(key)!;

    /// <inheritdoc cref="RequireObject{T}"/>
    public Output<T> RequireSecretObject<T>(string key) => GetSecretObject<T>(key) ?? throw Missing(key);

    private string FullKey(string key) => $"{_namespace}:{key}";

    private RunException Missing(string key) => new(
        $"Missing required configuration variable '{FullKey(key)}': set it with `pulumi config set {FullKey(key)} <value>`.");

    /// <summary>Leaves the value out, which may be a secret.</summary>
    private RunException WrongType(string key, string expected) => new($"The configuration variable '{FullKey(key)}' must be {expected}.");
}
