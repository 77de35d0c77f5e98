using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Pulumi;

namespace PulumiNumbers.Tests.Sdk.StandIn;

/// <summary>
/// Holds the stand-in for the Pulumi package to the signatures of the published one, so that what compiles against the stand-in compiles
/// against the package too.
/// </summary>
public sealed partial class StandInSignatureTests
{
    [Fact]
    public void StandIn_PublicSignatures_AreThoseOfThePublishedPackage()
    {
        var published = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "pulumi-3.112-signatures.txt"))
            .Select(signature => StackOptionsParameter().Replace(signature, ""));

        var ours = PublicSignatures.Of(typeof(CustomResource).Assembly.Location, Directory.EnumerateFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll"));

        Assert.Equal(published.Order(StringComparer.Ordinal), ours);
    }

    /// <summary>The one optional parameter that the stand-in leaves out: a program that does not pass it compiles against both.</summary>
    [GeneratedRegex(@"(, )?Pulumi\.StackOptions\? options = null(?=\))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StackOptionsParameter();
}
