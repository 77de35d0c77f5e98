namespace PulumiNumbers.Carriers.Transport;

/// <summary>
/// The base address of a carrier's API: an absolute https URL without user info, query or fragment.
/// Plain http is taken only for this machine itself, unless it is allowed.
/// </summary>
public sealed record CarrierEndpoint
{
    private CarrierEndpoint(Uri address) => Address = address;

    /// <summary>The address, without a slash at its end.</summary>
    public Uri Address { get; }

    /// <summary>Reads a base address.</summary>
    /// <param name="text">The URL, such as <c>https://api.nexmo.com</c>.</param>
    /// <param name="allowInsecureHttp">Whether plain http may leave this machine.</param>
    /// <exception cref="FormatException">The URL cannot be used; the message says why and shows no credentials.</exception>
    public static CarrierEndpoint Parse(string text, bool allowInsecureHttp = false)
    {
        if (!Uri.TryCreate(text.Trim().TrimEnd('/'), UriKind.Absolute, out var address))
            throw new FormatException("is not an absolute URL such as https://api.example.com");
        if (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            throw new FormatException($"must start with https://, not {address.Scheme}:");
        if (address.UserInfo.Length > 0)
            throw new FormatException("must not contain a user name or a password: credentials have settings of their own");
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new FormatException("must not contain a query or a fragment");
        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback && !allowInsecureHttp)
            throw new FormatException("must be https: over plain http the credentials would be readable on the way");
        return new CarrierEndpoint(address);
    }

    /// <inheritdoc/>
    public override string ToString() => Address.GetLeftPart(UriPartial.Path).TrimEnd('/');
}
