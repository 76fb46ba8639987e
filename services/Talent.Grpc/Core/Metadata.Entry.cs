using System.Buffers;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One key with its value: text, or bytes when the key ends in <c>-bin</c>.</summary>
    public class Entry
    {
        static readonly SearchValues<char> KeyCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-.");
        readonly string? text;
        readonly byte[]? bytes;

        /// <summary>A text entry.</summary>
        /// <param name="key">The key, without the suffix <c>-bin</c>.</param>
        /// <param name="value">The text, in ASCII.</param>
        /// <exception cref="ArgumentException">The key is not allowed or is one of bytes.</exception>
        public Entry(string key, string value)
        {
            Key = Normalise(key);
            if (IsBinary)
                throw new ArgumentException("A key with the \"-bin\" suffix needs a byte[] value.", nameof(key));
            text = value ?? throw new ArgumentNullException(nameof(value));
        }

        /// <summary>An entry of bytes, which are copied.</summary>
        /// <param name="key">The key, with the suffix <c>-bin</c>.</param>
        /// <param name="valueBytes">The bytes.</param>
        /// <exception cref="ArgumentException">The key is not allowed or is one of text.</exception>
        public Entry(string key, byte[] valueBytes)
        {
            Key = Normalise(key);
            if (!IsBinary)
                throw new ArgumentException("A byte[] value needs a key with the \"-bin\" suffix.", nameof(key));
            bytes = [.. valueBytes ?? throw new ArgumentNullException(nameof(valueBytes))];
        }

        /// <summary>The key, in lower case.</summary>
        public string Key { get; }

        /// <summary>Whether the value is bytes.</summary>
        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>The text.</summary>
        /// <exception cref="InvalidOperationException">The entry carries bytes.</exception>
        public string Value => text ?? throw new InvalidOperationException("Cannot access string value of a binary metadata entry");

        /// <summary>A copy of the bytes, or the text in ASCII.</summary>
        public byte[] ValueBytes => bytes is null ? Encoding.ASCII.GetBytes(text!) : [.. bytes];

        /// <inheritdoc/>
        public override string ToString() => IsBinary
            ? $"[Entry: key={Key}, valueBytes={Convert.ToBase64String(bytes!)}]"
            : $"[Entry: key={Key}, value={text}]";

        internal static bool IsKey(string key) => key.Length > 0 && !key.AsSpan().ContainsAnyExcept(KeyCharacters);

        internal static string Normalise(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            var lower = IsKey(key) ? key : key.ToLowerInvariant();
            return IsKey(lower) ? lower : throw new ArgumentException(
                $"Metadata entry key \"{key}\" is not valid: only a-z, 0-9, '_', '-' and '.' are allowed.", nameof(key));
        }
    }
}
