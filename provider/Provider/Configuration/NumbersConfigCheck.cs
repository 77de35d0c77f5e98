using System.Linq.Expressions;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Configuration;

/// <summary>Finds what types cannot say is wrong with the provider's configuration. What is not known yet is not judged.</summary>
internal sealed class NumbersConfigCheck(CheckContext<NumbersConfig> check)
{
    private readonly NumbersConfig _config = check.Inputs;

    /// <summary>Reports everything that is wrong.</summary>
    public void Run()
    {
        Pair(config => config.VonageApiKey, config => config.VonageApiSecret);
        Pair(config => config.KpnClientId, config => config.KpnClientSecret);
        Pair(config => config.PortsipUsername, config => config.PortsipPassword);
        OneWayIn();

        Url(config => config.VonagePoolsUrl);
        Url(config => config.VonageNumbersUrl);
        Url(config => config.KpnTokenUrl);
        Url(config => config.KpnUrl);
        Url(config => config.SevenUrl);
        Url(config => config.PortsipUrl);
        Authority();
    }

    private void Pair(Expression<Func<NumbersConfig, object?>> name, Expression<Func<NumbersConfig, object?>> secret)
    {
        if (IsGiven(name) && !IsGiven(secret))
            check.Fail(secret, $"It is missing: {Key(name)} is of no use without it. {HowToSet(secret)}");
        if (IsGiven(secret) && !IsGiven(name))
            check.Fail(name, $"It is missing: {Key(secret)} is of no use without it. {HowToSet(name)}");
    }

    private void OneWayIn()
    {
        if (IsGiven(config => config.PortsipToken) && IsGiven(config => config.PortsipUsername))
            check.Fail(config => config.PortsipToken, "The PBX takes either a token or a username and password: give one of the two.");
    }

    private void Url(Expression<Func<NumbersConfig, object?>> property)
    {
        if (!check.IsKnown(property) || Value(property) is not { } text)
            return;
        try
        {
            CarrierEndpoint.Parse(text, _config.AllowInsecureHttp ?? false);
        }
        catch (FormatException wrong)
        {
            check.Fail(property, $"The URL {wrong.Message}.");
        }
    }

    private void Authority()
    {
        if (!check.IsKnown(config => config.PortsipCaCertificate) || _config.PortsipCaCertificate is not { } given)
            return;
        try
        {
            CertificateAuthority.Read(given);
        }
        catch (FormatException wrong)
        {
            check.Fail(config => config.PortsipCaCertificate, wrong.Message);
        }
    }

    private bool IsGiven(Expression<Func<NumbersConfig, object?>> property) => !check.IsKnown(property) || Value(property) is { Length: > 0 };

    private string? Value(Expression<Func<NumbersConfig, object?>> property) => (string?)property.Compile()(_config);

    private static string Key(Expression<Func<NumbersConfig, object?>> property) => ConfigKey.Of(property).Name;

    private static string HowToSet(Expression<Func<NumbersConfig, object?>> property)
    {
        var key = ConfigKey.Of(property);
        return $"Run `{key.Command}` or set the environment variable {key.Variable}.";
    }
}
