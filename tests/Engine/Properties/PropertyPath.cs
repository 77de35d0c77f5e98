using System.Globalization;
using System.Text;

namespace PulumiNumbers.Engine.Properties;

/// <summary>A path such as <c>numbers[3]</c>, <c>callQueues["a b"][0]</c> or <c>tags.*</c>: names, indexes and the wildcard.</summary>
public sealed class PropertyPath
{
    private const string Wildcard = "*";

    private PropertyPath(IReadOnlyList<string> segments) => Segments = segments;

    /// <summary>The names and indexes, in order.</summary>
    public IReadOnlyList<string> Segments { get; }

    /// <summary>Reads a path.</summary>
    /// <exception cref="FormatException">A bracket or quote is not closed.</exception>
    public static PropertyPath Parse(string text)
    {
        var segments = new List<string>();
        for (var at = 0; at < text.Length;)
            segments.Add(text[at] == '[' ? Bracketed(text, ref at) : Named(text, ref at));
        return new(segments);
    }

    /// <summary>The value at the path, or null. An array index past the end and a name that is absent give null.</summary>
    public PropertyValue? Find(PropertyMap root)
    {
        PropertyValue? value = PropertyValue.Of(root);
        foreach (var segment in Segments)
        {
            value = value is null ? null : Child(value, segment);
            if (value is null)
                return null;
        }
        return value;
    }

    /// <summary>Whether this path, wildcards included, covers the other or something that holds it.</summary>
    public bool Covers(PropertyPath other) =>
        Segments.Count <= other.Segments.Count
        && Segments.Zip(other.Segments).All(p => p.First is Wildcard || string.Equals(p.First, p.Second, StringComparison.Ordinal));

    /// <summary><paramref name="target"/> with what stands at the path taken from <paramref name="source"/>: its value there, or its absence.</summary>
    public PropertyMap Reset(PropertyMap target, PropertyMap source) => Reset(PropertyValue.Of(target), PropertyValue.Of(source), 0)!.AsObject;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Concat(Segments.Select((s, i) => int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? $"[{s}]" : i == 0 ? s : "." + s));

    private static string Bracketed(string text, ref int at)
    {
        at++;
        if (at < text.Length && text[at] == '"')
            return Quoted(text, ref at);
        var end = text.IndexOf(']', at);
        if (end < 0)
            throw new FormatException($"The property path '{text}' has a bracket that is not closed.");
        var segment = text[at..end];
        at = end + 1;
        SkipDot(text, ref at);
        return segment;
    }

    private static string Quoted(string text, ref int at)
    {
        var segment = new StringBuilder();
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
                at++;
            segment.Append(text[at]);
        }
        if (at + 1 >= text.Length || text[at + 1] != ']')
            throw new FormatException($"The property path '{text}' has a quote that is not closed.");
        at += 2;
        SkipDot(text, ref at);
        return segment.ToString();
    }

    private static string Named(string text, ref int at)
    {
        var end = text.AsSpan(at).IndexOfAny('.', '[');
        end = end < 0 ? text.Length : at + end;
        var segment = text[at..end];
        at = end;
        SkipDot(text, ref at);
        return segment;
    }

    private static void SkipDot(string text, ref int at)
    {
        if (at < text.Length && text[at] == '.')
            at++;
    }

    private static PropertyValue? Child(PropertyValue parent, string segment) => parent.Kind switch
    {
        PropertyKind.Secret => Child(parent.Element, segment),
        PropertyKind.Object => parent.AsObject.Find(segment),
        PropertyKind.Array when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < parent.AsArray.Count =>
            parent.AsArray[index],
        _ => null,
    };

    private PropertyValue? Reset(PropertyValue? target, PropertyValue? source, int depth)
    {
        if (depth == Segments.Count)
            return source;
        if (target is null || source is null)
            return target;
        if (target.Kind == PropertyKind.Secret)
            return PropertyValue.Secret(Reset(target.Element, source, depth)!);
        return target.Kind switch
        {
            PropertyKind.Object => ResetObject(target.AsObject, source, depth),
            PropertyKind.Array => ResetArray(target.AsArray, source, depth),
            _ => target,
        };
    }

    private PropertyMap ResetObject(PropertyMap target, PropertyValue source, int depth)
    {
        var result = new PropertyMap(target);
        var old = source.Unwrapped() is { Kind: PropertyKind.Object } value ? value.AsObject : [];
        IEnumerable<string> names = Segments[depth] is Wildcard ? [.. target.Keys.Union(old.Keys, StringComparer.Ordinal)] : [Segments[depth]];
        foreach (var name in names)
        {
            var kept = Reset(target.Find(name), Child(source, name), depth + 1);
            result = kept is null ? result.Without(name) : result.With(name, kept);
        }
        return result;
    }

    private PropertyValue ResetArray(IReadOnlyList<PropertyValue> target, PropertyValue source, int depth)
    {
        var all = Segments[depth] is Wildcard;
        return PropertyValue.Of((IReadOnlyList<PropertyValue>)[.. target.Select((element, i) =>
        {
            var name = i.ToString(CultureInfo.InvariantCulture);
            return all || string.Equals(name, Segments[depth], StringComparison.Ordinal) ? Reset(element, Child(source, name), depth + 1) ?? element : element;
        })]);
    }
}
