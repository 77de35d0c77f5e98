using System.Globalization;

namespace PulumiNumbers.Carriers.Pools;

/// <summary>How far a reconciliation has come.</summary>
public sealed record PoolProgress
{
    /// <summary>Numbers added so far.</summary>
    public int Added { get; init; }

    /// <summary>Numbers to add in all.</summary>
    public int ToAdd { get; init; }

    /// <summary>Numbers removed so far.</summary>
    public int Removed { get; init; }

    /// <summary>Numbers to remove in all.</summary>
    public int ToRemove { get; init; }

    /// <summary>Numbers that failed so far; those that are tried again do not count.</summary>
    public int Failed { get; init; }

    /// <summary>Numbers that are about to be tried again because the pool service does not know them yet.</summary>
    public int Awaited { get; init; }

    /// <summary>How much longer they will be waited for, at most.</summary>
    public TimeSpan AwaitedFor { get; init; }

    /// <summary>A status line: <c>added 350/1000, removed 0/20, 2 failed</c>.</summary>
    public override string ToString()
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"added {Added}/{ToAdd}, removed {Removed}/{ToRemove}, {Failed} failed");
        return Awaited == 0
            ? line
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{line}; waiting for the pool service to learn of {Awaited} {(Awaited == 1 ? "number" : "numbers")}, {AwaitedFor.TotalSeconds:0} s at most");
    }
}
