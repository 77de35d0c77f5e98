namespace PulumiNumbers.Emulator.Http;

/// <summary>
/// Stands for the GET that a carrier makes to a webhook before it accepts it. The emulator calls nobody: hosts of <c>example.com</c> and loopback response 200
/// unless the path contains <c>refuse</c>; all others do not response.
/// </summary>
internal static class CallbackUrl
{
    public static bool Responds(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && (uri.IsLoopback || uri.Host == "example.com" || uri.Host.EndsWith(".example.com", StringComparison.Ordinal))
        && !uri.AbsolutePath.Contains("refuse", StringComparison.OrdinalIgnoreCase);
}
