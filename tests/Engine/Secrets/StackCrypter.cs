using PulumiNumbers.Engine.Projects;

namespace PulumiNumbers.Engine.Secrets;

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
