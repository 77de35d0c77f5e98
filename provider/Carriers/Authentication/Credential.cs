namespace PulumiNumbers.Carriers.Authentication;

/// <summary>What a request authenticates itself with: a header.</summary>
internal sealed class Credential(string header, string value)
{
    public string Header { get; } = header;

    public string Value { get; } = value;

    public override string ToString() => $"{Header}: [secret]";
}
