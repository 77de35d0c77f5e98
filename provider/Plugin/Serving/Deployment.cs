using System.Globalization;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Plugin.Serving;

/// <summary>Finds out which deployment the process belongs to, and reports it to the provider before the first call of that deployment.</summary>
/// <param name="configuration">The provider's configuration.</param>
internal sealed class Deployment(ProviderConfiguration configuration)
{
    private readonly Lock _lock = new();
    private string? _engineAddress;
    private DeploymentIdentity? _reported;

    /// <summary>An engine attached.</summary>
    public void Attach(string address)
    {
        if (address.Length == 0)
            return;
        lock (_lock)
            _engineAddress = address;
    }

    /// <summary>A call for this URN is about to run; it may be empty.</summary>
    public void Enter(Urn urn)
    {
        lock (_lock)
        {
            var sameEngine = _reported is not null && string.Equals(_reported.EngineAddress, _engineAddress, StringComparison.Ordinal);
            if (sameEngine && (_reported!.Stack.Length > 0 || urn.Stack.Length == 0))
                return;
            _reported = new DeploymentIdentity(_engineAddress, urn.Project, urn.Stack, ParentProcessId());
            configuration.OnAttached(_reported);
        }
    }

    /// <summary>The fourth field of Linux's process status, after the name in parentheses, which may hold anything.</summary>
    private static int? ParentProcessId()
    {
        try
        {
            var status = File.ReadAllText("/proc/self/stat");
            var fields = status[(status.LastIndexOf(')') + 2)..].Split(' ');
            return int.Parse(fields[1], CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
