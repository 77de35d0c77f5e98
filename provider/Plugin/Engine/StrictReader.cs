using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>Reads inputs that should have been checked, and refuses those that cannot have been.</summary>
internal static class StrictReader
{
    /// <summary>The inputs in normal form.</summary>
    /// <param name="shape">The inputs' shape.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="acceptsUnknowns">Whether this is a preview.</param>
    /// <exception cref="ResourceException">The inputs are wrong, or not known.</exception>
    public static ObjectValue Normalize(RecordShape shape, ObjectValue inputs, bool acceptsUnknowns)
    {
        var normalization = new Normalization();
        var normal = shape.NormalizeProperties(inputs, PropertyPath.Root, normalization);
        if (normalization.Failures.Count > 0)
            throw new ResourceException(FailureKind.InvalidArgument, $"The inputs are not valid. {FailureSummary.Join(normalization.Failures)}");
        if (!acceptsUnknowns && UnknownFinder.Find(normal) is { IsEmpty: false, Paths: [var first, ..] })
            throw new ResourceException(FailureKind.InvalidArgument, $"The input '{first}' is not known, outside of a preview.");
        return normal;
    }
}
