namespace PulumiNumbers.Engine.Secrets;

/// <summary>Turns secrets into text that may be stored, and back.</summary>
public interface ICrypter
{
    /// <summary>The provider's name in the checkpoint's <c>secrets_providers</c>.</summary>
    string Provider { get; }

    /// <summary>What the provider needs in the checkpoint to decrypt again besides the key, or null.</summary>
    string? Salt { get; }

    /// <summary>Encrypts a text.</summary>
    string Encrypt(string plaintext);

    /// <summary>Decrypts what <see cref="Encrypt"/> gave.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The text was not encrypted with this key.</exception>
    string Decrypt(string ciphertext);
}
