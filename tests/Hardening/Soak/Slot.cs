using PulumiNumbers.Tests.Provider.Harness;

namespace PulumiNumbers.Tests.Hardening.Soak;

/// <summary>A resource that a worker creates, changes and deletes, again and again.</summary>
/// <param name="token">The type.</param>
/// <param name="name">The name.</param>
/// <param name="inputs">What a program could say of it next.</param>
internal sealed class Slot(string token, string name, Func<Random, Dictionary<string, object?>> inputs)
{
    public string Token { get; } = token;

    public string Name { get; } = name;

    /// <summary>What the program says of it now.</summary>
    public Dictionary<string, object?> Declared { get; private set; } = [];

    /// <summary>What the engine has of it in its state; null for nothing.</summary>
    public ResourceUnderTest? State { get; set; }

    /// <summary>Whether the last operation failed, so that state and carrier may differ.</summary>
    public bool IsInDoubt { get; set; }

    /// <summary>Whether a deletion failed, which an engine repeats until it succeeds.</summary>
    public bool IsDeleting { get; set; }

    public string Urn => ProviderHarness.UrnOf(Token, Name);

    /// <summary>Says something else of it.</summary>
    public void Declare(Random random) => Declared = inputs(random);
}
