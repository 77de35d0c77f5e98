using System.Globalization;
using System.Text;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>
/// A path and query below a carrier's base address. Every segment is escaped, so that an id which a user chose can name
/// nothing outside its own place in the path.
/// </summary>
internal sealed class CarrierPath
{
    // Escaped text must stay as it is: the canonical form would turn %2E%2E into dots and walk up the path.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly StringBuilder _path = new();
    private readonly StringBuilder _query = new();

    private CarrierPath()
    {
    }

    /// <summary>A segment that no escaping can keep in its place: an empty one, <c>.</c> or <c>..</c>; null where all are usable.</summary>
    public string? InvalidSegment { get; private set; }

    /// <summary>A path of these segments.</summary>
    public static CarrierPath Of(params ReadOnlySpan<string> segments)
    {
        var path = new CarrierPath();
        foreach (var segment in segments)
        {
            if (segment is "" or "." or "..")
                path.InvalidSegment = segment;
            path._path.Append('/').Append(Uri.EscapeDataString(segment));
        }

        return path;
    }

    /// <summary>Adds a query parameter, or nothing where <paramref name="value"/> is null.</summary>
    public CarrierPath With(string name, string? value)
    {
        if (value is not null)
            _query.Append(_query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        return this;
    }

    /// <summary>Adds a numeric query parameter, or nothing where <paramref name="value"/> is null.</summary>
    public CarrierPath With(string name, int? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>The full address below <paramref name="endpoint"/>.</summary>
    public Uri ToUri(CarrierEndpoint endpoint) => new($"{endpoint}{_path}{_query}", AsWritten);

    /// <inheritdoc/>
    public override string ToString() => _path.ToString();
}
