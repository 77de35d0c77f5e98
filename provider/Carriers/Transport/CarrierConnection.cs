using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>The connections to one carrier: certificates always checked, redirects never followed, no cookies kept.</summary>
internal static class CarrierConnection
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Opens connections.</summary>
    /// <param name="authority">The private authorities, in PEM, that alone are trusted; null for those that the machine trusts.</param>
    /// <exception cref="FormatException">There is no certificate in <paramref name="authority"/>.</exception>
    public static HttpMessageInvoker Open(string? authority = null)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = Lifetime,
        };
        if (authority is not null)
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = TrustOnly(authority) };
        return new HttpMessageInvoker(handler);
    }

    private static X509ChainPolicy TrustOnly(string authority)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // Private authorities seldom publish revocation lists.
            RevocationMode = X509RevocationMode.NoCheck,
        };
        try
        {
            policy.CustomTrustStore.ImportFromPem(authority);
        }
        catch (CryptographicException exception)
        {
            throw new FormatException("holds a certificate that cannot be read", exception);
        }

        return policy.CustomTrustStore.Count > 0
            ? policy
            : throw new FormatException("holds no certificate: expected is PEM text beginning with -----BEGIN CERTIFICATE-----");
    }
}
