namespace PulumiNumbers.Tests.Carriers.Doubles;

/// <summary>A request as it left.</summary>
internal sealed record SentRequest(HttpMethod Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string PathAndQuery => Address.PathAndQuery;

    public override string ToString() => $"{Method} {Address.PathAndQuery}";
}
