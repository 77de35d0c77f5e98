using System.Buffers;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One key and its value.</summary>
    public sealed class Entry
    {
        private readonly byte[]? _bytes;
        private readonly string? _text;

        /// <summary>A text entry.</summary>
        /// <param name="key">A key that does not end in <c>-bin</c>; it is lowered.</param>
        /// <param name="value">Printable ASCII.</param>
        /// <exception cref="ArgumentException">The key is no header name or a binary one, or the value is not printable ASCII.</exception>
        public Entry(string key, string value)
        {
            Key = Normalize(key);
            if (IsBinary)
                throw new ArgumentException($"The metadata key '{Key}' takes bytes.", nameof(key));
            ArgumentNullException.ThrowIfNull(value);
            if (!IsText(value))
                throw new ArgumentException($"The value of the metadata key '{Key}' is not printable ASCII.", nameof(value));
            _text = value;
        }

        /// <summary>A binary entry.</summary>
        /// <param name="key">A key that ends in <c>-bin</c>; it is lowered.</param>
        /// <param name="valueBytes">Any bytes.</param>
        /// <exception cref="ArgumentException">The key is not a header name or is not a binary one.</exception>
        public Entry(string key, byte[] valueBytes)
        {
            Key = Normalize(key);
            if (!IsBinary)
                throw new ArgumentException($"The metadata key '{Key}' takes text.", nameof(key));
            ArgumentNullException.ThrowIfNull(valueBytes);
            _bytes = valueBytes;
        }

        /// <summary>The key, lower-case.</summary>
        public string Key { get; }

        /// <summary>Whether the value is bytes.</summary>
        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>The text.</summary>
        /// <exception cref="InvalidOperationException">The entry is binary.</exception>
        public string Value => _text ?? throw new InvalidOperationException($"The metadata key '{Key}' holds bytes.");

        /// <summary>The bytes; those of the ASCII text for a text entry.</summary>
        public byte[] ValueBytes => _bytes ?? Encoding.ASCII.GetBytes(_text!);

        /// <inheritdoc/>
        public override string ToString() => IsBinary ? $"{Key}: {ValueBytes.Length} bytes" : $"{Key}: {_text}";

        internal static bool IsKey(string key) => key.Length > 0 && !key.AsSpan().ContainsAnyExcept(KeyCharacters);

        internal static bool IsText(string value) => !value.AsSpan().ContainsAnyExceptInRange(' ', '~');

        private static string Normalize(string key)
        {
            ArgumentException.ThrowIfNullOrEmpty(key);
            if (!IsKey(key))
                throw new ArgumentException($"'{key}' is not a metadata key: letters, digits and . _ - only.", nameof(key));
            return key.ToLowerInvariant();
        }
    }

    private static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");
}
