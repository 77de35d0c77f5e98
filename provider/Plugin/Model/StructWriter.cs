using Google.Protobuf.WellKnownTypes;
using PulumiNumbers.Rpc.Values;

namespace PulumiNumbers.Plugin.Model;

/// <summary>Writes values into protobuf messages.</summary>
internal static class StructWriter
{
    /// <summary>Writes the properties of a resource.</summary>
    public static Struct WriteProperties(ObjectValue properties)
    {
        var message = new Struct();
        foreach (var (name, value) in properties.Properties)
            message.Fields.Add(name, Write(value));
        return message;
    }

    private static Value Write(PropertyValue value) => value switch
    {
        NullValue => Value.ForNull(),
        UnknownValue => Value.ForString(UnknownSentinels.Any),
        BoolValue flag => Value.ForBool(flag.Value),
        NumberValue number => Value.ForNumber(number.Value),
        StringValue text => Value.ForString(text.Value),
        ArrayValue array => WriteArray(array),
        ObjectValue members => Value.ForStruct(WriteProperties(members)),
        SecretValue secret => Signed(Signatures.Secret, ("value", Write(secret.Element))),
        OutputValue output => WriteOutput(output),
        ResourceReferenceValue reference => WriteResourceReference(reference),
        AssetValue asset => Value.ForStruct(asset.Content.Clone()),
        ByteStringValue bytes => Signed(Signatures.ByteString, ("value", Value.ForString(bytes.Base64))),
        _ => throw new InvalidOperationException($"Values of {value.GetType().Name} cannot be written."),
    };

    private static Value WriteArray(ArrayValue array)
    {
        var list = new ListValue();
        list.Values.Capacity = array.Elements.Count;
        foreach (var element in array.Elements)
            list.Values.Add(Write(element));
        return new Value { ListValue = list };
    }

    private static Value WriteOutput(OutputValue output)
    {
        var message = Signed(Signatures.Output);
        if (output.Element is not null)
            message.StructValue.Fields.Add("value", Write(output.Element));
        if (output.Secret)
            message.StructValue.Fields.Add("secret", Value.ForBool(true));
        if (output.Dependencies.Count > 0)
            message.StructValue.Fields.Add("dependencies", Value.ForList([.. output.Dependencies.Select(Value.ForString)]));
        return message;
    }

    private static Value WriteResourceReference(ResourceReferenceValue reference)
    {
        var message = Signed(Signatures.ResourceReference, ("urn", Value.ForString(reference.Urn)));
        if (reference.Id is not null)
            message.StructValue.Fields.Add("id", Write(reference.Id));
        if (reference.PackageVersion.Length > 0)
            message.StructValue.Fields.Add("packageVersion", Value.ForString(reference.PackageVersion));
        return message;
    }

    private static Value Signed(string signature, params ReadOnlySpan<(string Name, Value Value)> members)
    {
        var message = new Struct { Fields = { [Signatures.Key] = Value.ForString(signature) } };
        foreach (var (name, value) in members)
            message.Fields.Add(name, value);
        return Value.ForStruct(message);
    }
}
