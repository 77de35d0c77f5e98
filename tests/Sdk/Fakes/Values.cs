using Google.Protobuf.WellKnownTypes;

namespace PulumiNumbers.Tests.Sdk.Fakes;

/// <summary>Values of the protocol, as an engine writes them.</summary>
internal static class Values
{
    public const string Signature = "4dabf18193072939515e22adb298388d";
    public const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    public const string OutputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
    public const string ResourceSignature = "5cf8f73096256a8f31e491e813e4eb8e";

    public static Value Unknown => Value.ForString("04da6b54-80e4-46f7-96ec-b56ff0331ba9");

    public static Value Secret(Value value) => Signed(SecretSignature, ("value", value));

    public static Value Signed(string signature, params (string Key, Value Value)[] parts) =>
        Object([(Signature, Value.ForString(signature)), .. parts]);

    public static Value Object(params (string Key, Value Value)[] parts) => Value.ForStruct(Struct(parts));

    public static Struct Struct(params (string Key, Value Value)[] parts)
    {
        var written = new Struct();
        foreach (var (key, value) in parts)
            written.Fields[key] = value;
        return written;
    }

    public static Value Texts(params string[] texts) => Value.ForList([.. texts.Select(Value.ForString)]);
}
