using System.Collections;

namespace Grpc.Core;

/// <summary>Ordered multi-map of call metadata. Keys are lower case; keys ending in <c>-bin</c> carry bytes.</summary>
public sealed partial class Metadata : IList<Metadata.Entry>
{
    /// <summary>The end of every key whose value is bytes.</summary>
    public const string BinaryHeaderSuffix = "-bin";

    /// <summary>Metadata without an entry that takes none either.</summary>
    public static readonly Metadata Empty = new(isReadOnly: true);

    readonly List<Entry> entries = [];

    /// <summary>Metadata without an entry.</summary>
    public Metadata()
    {
    }

    Metadata(bool isReadOnly) => IsReadOnly = isReadOnly;

    /// <inheritdoc/>
    public bool IsReadOnly { get; }

    /// <inheritdoc/>
    public int Count => entries.Count;

    List<Entry> Writable => IsReadOnly ? throw new InvalidOperationException("Object is read only") : entries;

    /// <inheritdoc/>
    public Entry this[int index]
    {
        get => entries[index];
        set => Writable[index] = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The last entry with a key, or null when there is none.</summary>
    /// <param name="key">The key, in any case.</param>
    /// <exception cref="ArgumentException">The key holds a character that is not allowed.</exception>
    public Entry? Get(string key)
    {
        var normalised = Entry.Normalise(key);
        return entries.FindLast(entry => string.Equals(entry.Key, normalised, StringComparison.Ordinal));
    }

    /// <summary>The text of the last entry with a key, or null when there is none.</summary>
    /// <param name="key">The key, in any case.</param>
    /// <exception cref="InvalidOperationException">The entry carries bytes.</exception>
    public string? GetValue(string key) => Get(key)?.Value;

    /// <summary>The bytes of the last entry with a key, or null when there is none.</summary>
    /// <param name="key">The key, in any case.</param>
    public byte[]? GetValueBytes(string key) => Get(key)?.ValueBytes;

    /// <summary>Every entry with a key, in the order they were added.</summary>
    /// <param name="key">The key, in any case.</param>
    public IEnumerable<Entry> GetAll(string key)
    {
        var normalised = Entry.Normalise(key);
        return entries.Where(entry => string.Equals(entry.Key, normalised, StringComparison.Ordinal));
    }

    /// <summary>Adds a text entry.</summary>
    /// <param name="key">The key, without the suffix <c>-bin</c>.</param>
    /// <param name="value">The text, in ASCII.</param>
    public void Add(string key, string value) => Add(new Entry(key, value));

    /// <summary>Adds an entry of bytes.</summary>
    /// <param name="key">The key, with the suffix <c>-bin</c>.</param>
    /// <param name="valueBytes">The bytes.</param>
    public void Add(string key, byte[] valueBytes) => Add(new Entry(key, valueBytes));

    /// <inheritdoc/>
    public void Add(Entry item) => Writable.Add(item ?? throw new ArgumentNullException(nameof(item)));

    /// <inheritdoc/>
    public void Insert(int index, Entry item) => Writable.Insert(index, item ?? throw new ArgumentNullException(nameof(item)));

    /// <inheritdoc/>
    public void RemoveAt(int index) => Writable.RemoveAt(index);

    /// <inheritdoc/>
    public bool Remove(Entry item) => Writable.Remove(item);

    /// <inheritdoc/>
    public void Clear() => Writable.Clear();

    /// <inheritdoc/>
    public int IndexOf(Entry item) => entries.IndexOf(item);

    /// <inheritdoc/>
    public bool Contains(Entry item) => entries.Contains(item);

    /// <inheritdoc/>
    public void CopyTo(Entry[] array, int arrayIndex) => entries.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<Entry> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => entries.GetEnumerator();
}
