namespace PulumiNumbers.Emulator.Control;

/// <summary><c>POST /_emulator/tokens/revoke</c>.</summary>
internal sealed record TokenRevocation
{
    /// <summary>kpn or portsip.</summary>
    public required string Carrier { get; init; }

    /// <summary>Whether new tokens are refused too.</summary>
    public bool CredentialsToo { get; init; }
}
