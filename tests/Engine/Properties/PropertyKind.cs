namespace PulumiNumbers.Engine.Properties;

/// <summary>What a <see cref="PropertyValue"/> holds.</summary>
public enum PropertyKind
{
    /// <summary>The absence of a value, written out.</summary>
    Null,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A double, as on the wire.</summary>
    Number,

    /// <summary>A string.</summary>
    String,

    /// <summary>A list of values.</summary>
    Array,

    /// <summary>A map of values; assets, archives and resource references travel as objects with a signature.</summary>
    Object,

    /// <summary>A value that must not be shown or stored in plain text.</summary>
    Secret,

    /// <summary>A value that only the real update will bring.</summary>
    Unknown,
}
