using System.Text;
using System.Text.RegularExpressions;
using PulumiNumbers.Emulator;

namespace PulumiNumbers.Tests.Hardening.Secrets;

/// <summary>Everything that is secret in the lifecycle, each of which is found nowhere else.</summary>
internal static partial class Canaries
{
    public const string CallbackUser = "callback-user-canary-7301";
    public const string CallbackPassword = "callback-password-canary-7302";
    public const string CallbackToken = "callback-token-canary-7303";
    public const string StatusToken = "status-token-canary-7304";
    public const string FriendlyName = "friendly-name-canary-7305";
    public const string Description = "description-canary-7306";
    public const string MailAddress = "mail-canary-7307@example.com";

    /// <summary>A callback with user info and a token in its query.</summary>
    public static string Callback => $"https://{CallbackUser}:{CallbackPassword}@sms.example.com/inbound?token={CallbackToken}";

    /// <summary>A callback with a token in its query.</summary>
    public static string StatusCallback => $"https://calls.example.com/ended?token={StatusToken}";

    private static readonly string[] Credentials =
    [
        EmulatorCredentials.VonageApiSecret,
        EmulatorCredentials.KpnClientSecret,
        EmulatorCredentials.SevenApiKey,
        EmulatorCredentials.PortSipPassword,
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{EmulatorCredentials.VonageApiKey}:{EmulatorCredentials.VonageApiSecret}")),
    ];

    private static readonly string[] Callbacks = [CallbackUser, CallbackPassword, CallbackToken, StatusToken];

    private static readonly string[] Inputs = [FriendlyName, Description, MailAddress];

    /// <summary>What a carrier could say that repeats all that it was ever told.</summary>
    public static string EchoOf(string carrier) => string.Join(' ', (string[])(carrier switch
    {
        CarrierNames.Kpn => [EmulatorCredentials.KpnClientSecret, Callback, StatusCallback],
        CarrierNames.Seven => [EmulatorCredentials.SevenApiKey, FriendlyName, MailAddress],
        CarrierNames.PortSip => [EmulatorCredentials.PortSipPassword, Description],
        _ => [EmulatorCredentials.VonageApiSecret, Credentials[^1], Callback],
    }));

    /// <summary>The secrets that a text gives away: credentials, tokens that carriers issued, and secret inputs.</summary>
    public static IEnumerable<string> In(string text) =>
        Credentials.Concat(Callbacks).Concat(Inputs).Where(canary => text.Contains(canary, StringComparison.Ordinal) || text.Contains(Uri.EscapeDataString(canary), StringComparison.Ordinal))
            .Concat(IssuedToken().Matches(text).Select(match => match.Value));

    // The emulator's tokens are 24 bytes in hexadecimal digits; nothing else here is.
    [GeneratedRegex(@"\b[0-9a-f]{48}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IssuedToken();
}
