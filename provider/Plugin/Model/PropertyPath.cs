using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;

namespace PulumiNumbers.Plugin.Model;

/// <summary>Where a value stands within inputs or state, written as the engine writes it: <c>numbers[3]</c>, <c>callQueues["q1"][0]</c>.</summary>
public sealed class PropertyPath : IEquatable<PropertyPath>
{
    private readonly PropertyPath? _parent;
    private readonly string? _key;
    private readonly int _index;

    private PropertyPath(PropertyPath? parent, string? key, int index)
    {
        _parent = parent;
        _key = key;
        _index = index;
    }

    /// <summary>The path of the whole: it holds all others.</summary>
    public static PropertyPath Root { get; } = new(parent: null, key: null, index: -1);

    /// <summary>Whether this is the path of the whole.</summary>
    public bool IsRoot => _parent is null;

    /// <summary>The path that this one continues; the root's is the root.</summary>
    public PropertyPath Parent => _parent ?? this;

    /// <summary>The wire name of the property of the resource in which the value stands; empty for the root.</summary>
    public string TopLevelName
    {
        get
        {
            var path = this;
            while (path._parent is { IsRoot: false })
                path = path._parent;
            return path._key ?? "";
        }
    }

    /// <summary>The path of the property that an expression such as <c>args => args.Fees.Monthly</c> names, in wire names.</summary>
    /// <exception cref="ArgumentException">The expression is anything but a chain of properties.</exception>
    public static PropertyPath Of<T, TValue>(Expression<Func<T, TValue>> property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return Walk(property.Body);
    }

    /// <inheritdoc cref="Of{T,TValue}(Expression{Func{T,TValue}})"/>
    public static PropertyPath Of<T>(Expression<Func<T, object?>> property) => Of<T, object?>(property);

    /// <summary>The path of a property or key below this one.</summary>
    public PropertyPath Key(string key) => new(this, key, index: -1);

    /// <summary>The path of an element below this one.</summary>
    public PropertyPath Index(int index) => new(this, key: null, index);

    /// <summary>Whether the other value stands at this path or inside it.</summary>
    public bool Contains(PropertyPath other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var path = other; ; path = path._parent)
        {
            if (Equals(path))
                return true;
            if (path._parent is null)
                return false;
        }
    }

    /// <summary>Whether the value at this path is secret, holds a secret or is part of one.</summary>
    internal bool LeadsToSecret(PropertyValue root) => Find(root, out var value) || value is { ContainsSecret: true };

    /// <inheritdoc/>
    public bool Equals(PropertyPath? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _index == other._index && string.Equals(_key, other._key, StringComparison.Ordinal)
            && _parent is not null && other._parent is not null && _parent.Equals(other._parent));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PropertyPath);

    /// <inheritdoc/>
    public override int GetHashCode() => _parent is null ? 0 : HashCode.Combine(_parent.GetHashCode(), _key, _index);

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private static PropertyPath Walk(Expression expression) => expression switch
    {
        ParameterExpression => Root,
        UnaryExpression { NodeType: ExpressionType.Convert } conversion => Walk(conversion.Operand),
        MemberExpression { Expression: { } owner, Member: PropertyInfo member } => Walk(owner).Key(WireName.Of(member)),
        _ => throw new ArgumentException($"'{expression}' is not a chain of properties.", nameof(expression)),
    };

    /// <summary>Finds the value at this path; true where a secret was met on the way.</summary>
    private bool Find(PropertyValue root, out PropertyValue? value)
    {
        if (_parent is null)
        {
            value = root;
            return root.IsSecret;
        }
        var isSecret = _parent.Find(root, out var owner);
        value = owner?.Bare switch
        {
            ObjectValue members when _key is not null => members.Properties.GetValueOrDefault(_key),
            ArrayValue array when _key is null => array.Elements.ElementAtOrDefault(_index),
            _ => null,
        };
        return isSecret || value is { IsSecret: true };
    }

    private void Write(StringBuilder text)
    {
        if (_parent is null)
            return;
        _parent.Write(text);
        if (_key is null)
            text.Append('[').Append(_index.ToString(CultureInfo.InvariantCulture)).Append(']');
        else if (IsPlain(_key))
            text.Append(_parent.IsRoot ? "" : ".").Append(_key);
        else
            text.Append("[\"").Append(_key.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append("\"]");
    }

    private static bool IsPlain(string key) =>
        key.Length > 0 && !char.IsAsciiDigit(key[0]) && key.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '$');
}
