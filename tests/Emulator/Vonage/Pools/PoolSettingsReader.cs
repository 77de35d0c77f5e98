using System.Text.Json;
using System.Text.Json.Nodes;

namespace PulumiNumbers.Emulator.Vonage.Pools;

/// <summary>Reads a pool's settings out of a request's body and collects what is wrong with them.</summary>
internal sealed class PoolSettingsReader(JsonObject body, bool allRequired)
{
    private const int MaxIdLength = 255;
    private readonly List<(string Name, string Reason)> _wrong = [];

    public (string Name, string Reason)[] Wrong => [.. _wrong];

    public EmulatedPool Read(EmulatedPool prior) => prior with
    {
        PoolId = ReadText("pool_id", prior.PoolId, text => text.Trim().Length is > 0 and <= MaxIdLength ? null : "must have 1 to 255 characters"),
        Fallback = ReadText("fallback", prior.Fallback, text => text is "Pool" or "CustomFrom" or "Reject" ? null : "must be Pool, CustomFrom or Reject"),
        LocalizedSenderPreferred = ReadFlag("localized_sender_preferred", prior.LocalizedSenderPreferred),
        PredictableSenderPreferred = ReadFlag("predictable_sender_preferred", prior.PredictableSenderPreferred),
    };

    private string ReadText(string name, string prior, Func<string, string?> objection)
    {
        if (!Present(name, out var value))
            return prior;
        if (value?.GetValueKind() is not JsonValueKind.String)
        {
            _wrong.Add((name, "must be a string"));
            return prior;
        }

        var text = value.GetValue<string>();
        if (objection(text) is { } reason)
            _wrong.Add((name, reason));
        return text;
    }

    private bool ReadFlag(string name, bool prior)
    {
        if (!Present(name, out var value))
            return prior;
        if (value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
            return value.GetValue<bool>();
        _wrong.Add((name, "must be true or false"));
        return prior;
    }

    private bool Present(string name, out JsonNode? value)
    {
        if (body.TryGetPropertyValue(name, out value))
            return true;
        if (allRequired)
            _wrong.Add((name, "is required"));
        return false;
    }
}
