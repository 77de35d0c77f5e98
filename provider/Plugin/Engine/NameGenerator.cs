using System.Security.Cryptography;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>Generates names from the names of resources.</summary>
internal static class NameGenerator
{
    /// <summary>A name by the user's wish and the property's rules.</summary>
    /// <param name="rules">The property's rules.</param>
    /// <param name="request">The user's wish.</param>
    /// <param name="problem">Why there is no name; null where there is one.</param>
    public static string? Generate(AutoNameAttribute rules, NamingRequest request, out string? problem)
    {
        problem = null;
        if (request.Mode is NamingMode.Disable)
        {
            problem = "A name is required: automatic naming is disabled for this resource.";
            return null;
        }
        if (request.ProposedName.Length == 0)
            return Randomized(rules, request);
        if (request.ProposedName.Length <= rules.MaxLength)
            return request.ProposedName;
        if (request.Mode is NamingMode.Propose)
            return request.ProposedName[..rules.MaxLength];
        problem = $"Automatic naming demands the name '{request.ProposedName}', which is longer than {rules.MaxLength} characters.";
        return null;
    }

    private static string Randomized(AutoNameAttribute rules, NamingRequest request)
    {
        if (rules.RandomLength == 0)
            return Cut(request.ResourceName, rules.MaxLength);
        var suffix = rules.Separator + RandomDigits(request.Seed, rules.RandomLength);
        return Cut(request.ResourceName, Math.Max(0, rules.MaxLength - suffix.Length)) + suffix;
    }

    private static string RandomDigits(ReadOnlyMemory<byte> seed, int length)
    {
        var bytes = seed.IsEmpty ? RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes) : SHA256.HashData(seed.Span);
        return Convert.ToHexStringLower(bytes)[..Math.Min(length, bytes.Length * 2)];
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
