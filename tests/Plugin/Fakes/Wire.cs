using Google.Protobuf.WellKnownTypes;

namespace PulumiNumbers.Tests.Plugin.Fakes;

/// <summary>Writes wire values down briefly.</summary>
public static class Wire
{
    public const string SignatureKey = "4dabf18193072939515e22adb298388d";

    public const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";

    public const string OutputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    public const string UnknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    public static Value Unknown => Value.ForString(UnknownText);

    public static string BoxUrn(string name = "box") => $"urn:pulumi:dev::tests::fake:index:Box::{name}";

    public static string NoteUrn(string name = "note") => $"urn:pulumi:dev::tests::fake:index:Note::{name}";

    public static Struct Properties(params (string Name, Value Value)[] properties)
    {
        var message = new Struct();
        foreach (var (name, value) in properties)
            message.Fields.Add(name, value);
        return message;
    }

    public static Value Text(string text) => Value.ForString(text);

    public static Value Number(double number) => Value.ForNumber(number);

    public static Value Flag(bool flag) => Value.ForBool(flag);

    public static Value List(params Value[] values) => Value.ForList(values);

    public static Value Texts(params string[] texts) => Value.ForList([.. texts.Select(Value.ForString)]);

    public static Value Members(params (string Name, Value Value)[] members) => Value.ForStruct(Properties(members));

    public static Value Secret(Value value) => Members((SignatureKey, Text(SecretSignature)), ("value", value));

    public static Value Secret(string text) => Secret(Text(text));

    public static Value Output(Value? value = null, bool secret = false, params string[] dependencies)
    {
        var output = Members((SignatureKey, Text(OutputSignature)));
        if (value is not null)
            output.StructValue.Fields.Add("value", value);
        if (secret)
            output.StructValue.Fields.Add("secret", Flag(true));
        if (dependencies.Length > 0)
            output.StructValue.Fields.Add("dependencies", Texts(dependencies));
        return output;
    }
}
