using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;

namespace Pulumi.Running;

/// <summary>Writes sets of named values for the engine.</summary>
internal sealed class InputWriter(MonitorFeatures features)
{
    /// <summary>Writes every value that was given, waiting for the outputs in it.</summary>
    /// <exception cref="InvalidInputException">A value has no form in the protocol; the message names it.</exception>
    public async Task<WrittenInputs> WriteAsync(IEnumerable<KeyValuePair<string, object?>> inputs)
    {
        var values = new Struct();
        var dependencies = new Dictionary<string, IReadOnlySet<Resource>>(StringComparer.Ordinal);
        var hasUnknowns = false;
        var hasSecrets = false;
        foreach (var (name, input) in inputs)
        {
            var writer = new PropertyWriter(features.ResourceReferences);
            if (await writer.WriteAsync(name, input) is not { } value)
                continue;

            values.Fields[name] = value;
            dependencies[name] = writer.Dependencies;
            hasUnknowns |= writer.HasUnknowns;
            hasSecrets |= writer.HasSecrets;
        }

        return new WrittenInputs(values, dependencies, hasUnknowns, hasSecrets);
    }
}
