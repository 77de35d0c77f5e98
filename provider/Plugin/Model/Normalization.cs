using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Plugin.Model;

/// <summary>One pass that brings values into normal form: what it may accept, and what it found wrong.</summary>
internal sealed class Normalization
{
    private readonly List<CheckFailure> _failures = [];
    private int _secretDepth;

    /// <summary>Whether strings are taken for the JSON of other values, as in configuration.</summary>
    public bool AcceptsJson { get; init; }

    /// <summary>Whether values are elements of a set, in which the order of inner sets must not make a difference.</summary>
    public bool IsInSet { get; set; }

    /// <summary>What was found wrong, in the order of finding.</summary>
    public IReadOnlyList<CheckFailure> Failures => _failures;

    /// <summary>Reports something wrong, in words that say nothing of the value.</summary>
    public void Fail(PropertyPath path, string reason) => _failures.Add(new CheckFailure(path, reason));

    /// <summary>Reports a property that does not exist; one that resembles a secret property may hold the secret.</summary>
    public void FailUnknown(PropertyPath path, string reason, bool isSecret) =>
        _failures.Add(new CheckFailure(path, reason) { IsSecret = isSecret });

    /// <summary>Reports something wrong, in words that may show the value where it is no secret.</summary>
    public void Fail(PropertyPath path, string reason, string secretReason) => Fail(path, _secretDepth > 0 ? secretReason : reason);

    /// <summary>Reports that a required value is missing.</summary>
    public void FailMissing(PropertyPath path, string description) =>
        _failures.Add(new CheckFailure(path, $"`{path}` is required: {description}") { IsMissing = true });

    /// <summary>From now on until disposed, values are secret.</summary>
    public SecretScope EnterSecret()
    {
        _secretDepth++;
        return new SecretScope(this);
    }

    /// <summary>The value that a string stands for, where a value of another shape is wanted and strings may be JSON.</summary>
    public PropertyValue Parse(PropertyValue bare, Shape shape) =>
        AcceptsJson && bare is StringValue text && !shape.IsText && JsonValues.TryParse(text.Value, out var parsed) ? parsed : bare;

    /// <summary>The time in which values are secret.</summary>
    internal readonly struct SecretScope(Normalization normalization) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose() => normalization._secretDepth--;
    }
}
