using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PulumiNumbers.Provider.Configuration;

/// <summary>Reads the certificate authority of a private PBX.</summary>
internal static class CertificateAuthority
{
    private const string PemMark = "-----BEGIN ";

    /// <summary>The PEM text of the authority.</summary>
    /// <param name="given">PEM text, or the path of a PEM file.</param>
    /// <exception cref="FormatException">There is no certificate to be read; the message is a sentence.</exception>
    public static string Read(string given)
    {
        var pem = given.Contains(PemMark, StringComparison.Ordinal) ? given : ReadFile(given);
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPem(pem);
            if (certificates.Count > 0)
                return pem;
        }
        catch (CryptographicException broken)
        {
            throw new FormatException("The certificate cannot be read: it is not valid PEM.", broken);
        }

        throw new FormatException("There is no certificate in it: expected is PEM text that begins with -----BEGIN CERTIFICATE-----, or the path of such a file.");
    }

    private static string ReadFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new FormatException($"The certificate file '{path}' cannot be read: give PEM text or the path of a PEM file.", unreadable);
        }
    }
}
