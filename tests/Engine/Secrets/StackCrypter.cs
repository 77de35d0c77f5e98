using System.Security.Cryptography;
using System.Text;
using PulumiNumbers.Engine.Projects;

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

/// <summary>
/// Pulumi's passphrase secrets, so that one stack file serves both engines: a key of 32 bytes from PBKDF2-HMAC-SHA256 with 1,000,000 rounds,
/// values as <c>v1:base64(nonce):base64(AES-256-GCM ciphertext and tag)</c>, and a salt text <c>v1:base64(salt):value</c> whose value decrypts to
/// <c>pulumi</c> where the passphrase is right.
/// </summary>
public sealed class PassphraseCrypter : ICrypter
{
    private const int Rounds = 1_000_000;
    private const int KeySize = 32;
    private const int SaltSize = 8;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const string Probe = "pulumi";

    private readonly byte[] _key;

    private PassphraseCrypter(byte[] key, string? salt)
    {
        _key = key;
        Salt = salt;
    }

    /// <inheritdoc/>
    public string Provider => "passphrase";

    /// <inheritdoc/>
    public string? Salt { get; private set; }

    /// <summary>A crypter with a new random salt.</summary>
    public static PassphraseCrypter Create(string passphrase)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        var crypter = new PassphraseCrypter(KeyOf(passphrase, salt), salt: null);
        crypter.Salt = $"v1:{Convert.ToBase64String(salt)}:{crypter.Encrypt(Probe)}";
        return crypter;
    }

    /// <summary>The crypter that a salt text (<c>encryptionsalt</c> in the stack file) belongs to.</summary>
    /// <exception cref="CryptographicException">The passphrase is not the one that the salt was made with.</exception>
    /// <exception cref="FormatException">The text is not a salt of version 1.</exception>
    public static PassphraseCrypter Open(string passphrase, string salt)
    {
        var parts = salt.Split(':', 3);
        if (parts is not ["v1", var bytes, var probe])
            throw new FormatException("The encryption salt is not of the form v1:salt:value.");
        var crypter = new PassphraseCrypter(KeyOf(passphrase, Convert.FromBase64String(bytes)), salt);
        try
        {
            if (!string.Equals(crypter.Decrypt(probe), Probe, StringComparison.Ordinal))
                throw new CryptographicException("The passphrase is not the one that this stack's secrets were encrypted with.");
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new CryptographicException("The passphrase is not the one that this stack's secrets were encrypted with.", e);
        }
        return crypter;
    }

    /// <summary>A crypter whose key lives as long as the process: for stacks that tests make and forget.</summary>
    public static PassphraseCrypter Ephemeral() => new(RandomNumberGenerator.GetBytes(KeySize), salt: null);

    /// <inheritdoc/>
    public string Encrypt(string plaintext)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceSize);
        var plain = Encoding.UTF8.GetBytes(plaintext);
        var sealedText = new byte[plain.Length + TagSize];
        using var aes = new AesGcm(_key, TagSize);
        aes.Encrypt(nonce, plain, sealedText.AsSpan(0, plain.Length), sealedText.AsSpan(plain.Length));
        return $"v1:{Convert.ToBase64String(nonce)}:{Convert.ToBase64String(sealedText)}";
    }

    /// <inheritdoc/>
    public string Decrypt(string ciphertext)
    {
        if (ciphertext.Split(':') is not ["v1", var nonce, var body] || Convert.FromBase64String(body) is not { Length: >= TagSize } sealedText)
            throw new CryptographicException("A secret is not of the form v1:nonce:ciphertext.");
        var plain = new byte[sealedText.Length - TagSize];
        using var aes = new AesGcm(_key, TagSize);
        aes.Decrypt(Convert.FromBase64String(nonce), sealedText.AsSpan(0, plain.Length), sealedText.AsSpan(plain.Length), plain);
        return Encoding.UTF8.GetString(plain);
    }

    private static byte[] KeyOf(string passphrase, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Rounds, HashAlgorithmName.SHA256, KeySize);
}

/// <summary>
/// The passphrase secrets of a stack, opened when the first secret is met: a stack without secrets needs no passphrase. The passphrase comes
/// from <c>PULUMI_CONFIG_PASSPHRASE</c> or the file that <c>PULUMI_CONFIG_PASSPHRASE_FILE</c> names, the salt from the stack file, which gets one where it has none.
/// </summary>
public sealed class StackCrypter(StackFile stack, Func<string, string?> environment) : ICrypter
{
    private readonly Lock _lock = new();
    private PassphraseCrypter? _opened;

    /// <inheritdoc/>
    public string Provider => "passphrase";

    /// <inheritdoc/>
    public string? Salt
    {
        get
        {
            lock (_lock)
                return _opened?.Salt ?? stack.Salt;
        }
    }

    /// <inheritdoc/>
    public string Encrypt(string plaintext) => Open().Encrypt(plaintext);

    /// <inheritdoc/>
    public string Decrypt(string ciphertext) => Open().Decrypt(ciphertext);

    private PassphraseCrypter Open()
    {
        lock (_lock)
            return _opened ??= stack.Salt is { } salt ? PassphraseCrypter.Open(Passphrase(), salt) : Create();
    }

    private PassphraseCrypter Create()
    {
        var created = PassphraseCrypter.Create(Passphrase());
        stack.SaveSalt(created.Salt!);
        return created;
    }

    private string Passphrase()
    {
        if (environment("PULUMI_CONFIG_PASSPHRASE") is { } passphrase)
            return passphrase;
        return environment("PULUMI_CONFIG_PASSPHRASE_FILE") is { Length: > 0 } file
            ? File.ReadAllText(file).Trim()
            : throw new EngineException("The stack has secrets. Set PULUMI_CONFIG_PASSPHRASE, or PULUMI_CONFIG_PASSPHRASE_FILE to a file that holds the passphrase.");
    }
}
