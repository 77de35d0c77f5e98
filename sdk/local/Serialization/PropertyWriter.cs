using System.Collections;
using System.Globalization;
using System.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>
/// Writes values of the program as values of the protocol, waiting for the outputs in them, and gathers what they depend on.
/// One writer writes one property.
/// </summary>
/// <param name="keepResources">Whether the engine understands resource references; otherwise a resource is written as its id.</param>
/// <param name="markSecrets">Whether secrets are marked as such in what is written.</param>
internal sealed class PropertyWriter(bool keepResources, bool markSecrets = true)
{
    private readonly HashSet<Resource> _dependencies = [];

    /// <summary>The resources that the written value was made from.</summary>
    public IReadOnlySet<Resource> Dependencies => _dependencies;

    /// <summary>Whether part of the written value is not known yet.</summary>
    public bool HasUnknowns { get; private set; }

    /// <summary>Whether part of the written value is a secret.</summary>
    public bool HasSecrets { get; private set; }

    /// <summary>Writes one value.</summary>
    /// <param name="path">Where the value stands, for error messages.</param>
    /// <param name="value">The value; null yields null, which an object leaves out.</param>
    /// <exception cref="InvalidInputException">The value is of a type that has no form in the protocol.</exception>
    public async ValueTask<Value?> WriteAsync(string path, object? value) => value switch
    {
        null or ValueTuple => null,
        bool flag => Value.ForBool(flag),
        string text => Value.ForString(text),
        int or long or float or double => Value.ForNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        InputArgs args => await WriteObjectAsync(path, args.ToInputs()),
        IInput input => await WriteOutputAsync(path, input.Unwrap()),
        IOutput output => await WriteOutputAsync(path, output),
        Resource resource => await WriteResourceAsync(path, resource),
        IReadOnlyDictionary<string, object?> entries => await WriteObjectAsync(path, entries),
        IDictionary entries => await WriteObjectAsync(path, Entries(path, entries)),
        Task => throw new InvalidInputException($"{path} is a task: wrap it in Output.Create"),
        IEnumerable elements => await WriteListAsync(path, elements),
        _ when OutputTypes.IsOne(value) => await WriteObjectAsync(path, OutputTypes.Fields(value)),
        _ => WriteScalar(path, value),
    };

    private async ValueTask<Value?> WriteOutputAsync(string path, IOutput output)
    {
        var data = await output.ReadAsync();
        _dependencies.UnionWith(data.Resources);
        HasSecrets |= data.IsSecret;
        if (!data.IsKnown)
        {
            HasUnknowns = true;
            return Value.ForString(UnknownSentinels.Any);
        }

        var value = await WriteAsync(path, data.Value);
        return data.IsSecret && markSecrets ? Signed(Signatures.Secret, (Wire.Value, value)) : value;
    }

    private async ValueTask<Value?> WriteResourceAsync(string path, Resource resource)
    {
        if (resource is not CustomResource custom)
        {
            var urnOfComponent = await WriteOutputAsync(path, resource.Urn);
            return keepResources ? Signed(Signatures.ResourceReference, (Wire.Urn, urnOfComponent)) : urnOfComponent;
        }

        _dependencies.Add(resource);
        var id = await WriteOutputAsync(path, custom.Id);
        if (!keepResources)
            return id;

        var urn = await WriteOutputAsync(path, resource.Urn);
        return Signed(Signatures.ResourceReference, (Wire.Urn, urn), (Wire.Id, IsUnknown(id) ? Value.ForString("") : id));
    }

    private async ValueTask<Value> WriteObjectAsync(string path, IEnumerable<KeyValuePair<string, object?>> entries)
    {
        var written = new Struct();
        foreach (var (key, value) in entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (await WriteAsync($"{path}.{key}", value) is { } known)
                written.Fields[key] = known;
        }

        return Value.ForStruct(written);
    }

    private async ValueTask<Value> WriteListAsync(string path, IEnumerable elements)
    {
        var written = new ListValue();
        foreach (var element in elements)
            written.Values.Add(await WriteAsync($"{path}[{written.Values.Count}]", element) ?? Value.ForNull());

        return new Value { ListValue = written };
    }

    private static Value WriteScalar(string path, object value)
    {
        var type = value.GetType();
        if (type.IsEnum)
            return Value.ForNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture));

        if (type.GetCustomAttribute<EnumTypeAttribute>() is null)
            throw new InvalidInputException($"{path} is a {type.Name}, which cannot be an input");

        return EnumTypes.ToWire(value) switch
        {
            string text => Value.ForString(text),
            var number => Value.ForNumber((double)number),
        };
    }

    private static IEnumerable<KeyValuePair<string, object?>> Entries(string path, IDictionary entries)
    {
        foreach (DictionaryEntry entry in entries)
        {
            var key = entry.Key as string ?? throw new InvalidInputException($"{path} is a map whose keys are not strings");
            yield return KeyValuePair.Create(key, entry.Value);
        }
    }

    private static Value Signed(string signature, params ReadOnlySpan<(string Key, Value? Value)> parts)
    {
        var written = new Struct { Fields = { [Signatures.Key] = Value.ForString(signature) } };
        foreach (var (key, value) in parts)
            written.Fields[key] = value ?? Value.ForNull();

        return Value.ForStruct(written);
    }

    private static bool IsUnknown(Value? value) => value is { HasStringValue: true } && UnknownSentinels.Contains(value.StringValue);
}
