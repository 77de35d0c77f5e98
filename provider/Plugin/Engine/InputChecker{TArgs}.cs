using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>Checks inputs: first what types and attributes say, then, where nothing is wrong so far, what the author says.</summary>
/// <param name="shape">The inputs.</param>
/// <param name="environment">Reads an environment variable.</param>
internal sealed class InputChecker<TArgs>(RecordShape shape, Func<string, string?> environment)
    where TArgs : class
{
    private readonly InputDefaults _defaults = new(shape, environment);

    /// <summary>Whether strings are taken for the JSON of other values.</summary>
    public bool AcceptsJson { get; init; }

    /// <summary>Checks inputs.</summary>
    /// <param name="question">The inputs.</param>
    /// <param name="check">The author's check.</param>
    /// <param name="cancellationToken">Ends the author's check.</param>
    public async Task<CheckAnswer> CheckAsync(
        CheckQuestion question, Func<CheckContext<TArgs>, CancellationToken, Task<TArgs>> check, CancellationToken cancellationToken)
    {
        var normalization = new Normalization { AcceptsJson = AcceptsJson };
        var completed = _defaults.Complete(question.Given, question.Prior ?? ObjectValue.Empty, question.Naming, normalization);
        var normal = shape.NormalizeProperties(completed, PropertyPath.Root, normalization);
        if (normalization.Failures.Count > 0)
            return new CheckAnswer(normal, MarkSecrets(normalization.Failures, question.Given, normal));

        var inputs = (TArgs)shape.ReadProperties(normal);
        var context = new CheckContext<TArgs>
        {
            Inputs = inputs,
            PriorInputs = question.Prior is { } prior ? (TArgs)shape.ReadProperties(prior) : null,
            Urn = question.Urn,
            Log = question.Log,
            Unknowns = UnknownFinder.Find(normal),
        };
        var amended = await check(context, cancellationToken);
        return new CheckAnswer(ReferenceEquals(amended, inputs) ? normal : Amend(normal, inputs, amended), MarkSecrets(context.Failures, question.Given, normal));
    }

    private static List<CheckFailure> MarkSecrets(IReadOnlyList<CheckFailure> failures, ObjectValue given, ObjectValue normal) =>
    [
        .. failures.Select(failure => failure.IsSecret || failure.Path.LeadsToSecret(given) || failure.Path.LeadsToSecret(normal)
            ? failure with { IsSecret = true }
            : failure),
    ];

    /// <summary>Takes over what the author changed and leaves the rest as it is, unknowns and secrets with it.</summary>
    private ObjectValue Amend(ObjectValue normal, TArgs before, TArgs after)
    {
        var properties = new Dictionary<string, PropertyValue>(normal.Properties, StringComparer.Ordinal);
        foreach (var property in shape.Properties)
        {
            var was = property.Get(before) is { } old ? property.Shape.Write(old) : null;
            var becomes = property.Get(after) is { } value ? property.Shape.Write(value) : null;
            if (Equals(was, becomes))
                continue;
            if (becomes is null)
                properties.Remove(property.Name);
            else
                properties[property.Name] = SetOrder.Follow(property.Shape, becomes, normal[property.Name]).AsSecret(property.Attribute.Secret || normal[property.Name] is { IsSecret: true });
        }
        return new ObjectValue(properties);
    }
}
