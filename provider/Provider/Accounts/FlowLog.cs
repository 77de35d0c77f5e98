using System.Globalization;
using PulumiNumbers.Carriers;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Accounts;

/// <summary>
/// Shows what happens between a request and its answer beside the resource that the request was made for. Carrier accounts are
/// shared by all resources, so the log is that of the flow of calls from which the event comes.
/// </summary>
internal sealed class FlowLog : ICarrierEvents
{
    private readonly AsyncLocal<IResourceLog?> _current = new();
    private volatile IResourceLog _fallback = SilentLog.Instance;

    /// <summary>The log of the operation from which the present call comes.</summary>
    public IResourceLog Current
    {
        get => _current.Value ?? _fallback;
        set => _current.Value = value;
    }

    /// <summary>The log for what happens outside any operation.</summary>
    public IResourceLog Fallback
    {
        get => _fallback;
        set => _fallback = value;
    }

    /// <inheritdoc/>
    public void Retrying(CarrierRetry retry)
    {
        ArgumentNullException.ThrowIfNull(retry);
        Current.Debug(string.Create(
            CultureInfo.InvariantCulture,
            $"{retry.Carrier}: attempt {retry.Attempt} to {retry.Operation} failed ({retry.Reason}); the next one follows in {retry.Delay.TotalSeconds:0.#} s"));
    }

    /// <inheritdoc/>
    public void Waiting(CarrierWait wait)
    {
        ArgumentNullException.ThrowIfNull(wait);
        Current.Status(string.Create(
            CultureInfo.InvariantCulture, $"{wait.Carrier}: waiting {wait.Duration.TotalSeconds:0} s to {wait.Operation}: {wait.Reason}"));
    }

    /// <inheritdoc/>
    public void Warn(string carrier, string message) => Current.Warning($"{carrier}: {message}");
}
