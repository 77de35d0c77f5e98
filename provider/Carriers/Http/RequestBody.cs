namespace PulumiNumbers.Carriers.Http;

/// <summary>What a request carries. Content is made anew for every attempt, because sending uses it up.</summary>
internal abstract class RequestBody
{
    public abstract HttpContent ToContent();
}
