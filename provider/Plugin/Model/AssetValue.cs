using Google.Protobuf.WellKnownTypes;

namespace PulumiNumbers.Plugin.Model;

/// <summary>An asset or an archive, handed on exactly as it came.</summary>
/// <param name="Content">The signed message. Nobody changes it.</param>
internal sealed record AssetValue(Struct Content) : PropertyValue;
