using System.Text;

namespace Grpc.Core;

/// <summary>Turns messages into bytes and back.</summary>
/// <typeparam name="T">Type of a message.</typeparam>
/// <param name="serializer">Writes a message to its context.</param>
/// <param name="deserializer">Reads a message from its context.</param>
public class Marshaller<T>(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer)
{
    /// <summary>A marshaller over arrays of bytes.</summary>
    /// <param name="serializer">Turns a message into bytes.</param>
    /// <param name="deserializer">Turns bytes into a message.</param>
    public Marshaller(Func<T, byte[]> serializer, Func<byte[], T> deserializer)
        : this(
            (value, context) => context.Complete(serializer(value)),
            context => deserializer(context.PayloadAsNewBuffer()))
    {
        ArgumentNullException.ThrowIfNull(serializer);
        ArgumentNullException.ThrowIfNull(deserializer);
    }

    /// <summary>Writes a message to its context.</summary>
    public Action<T, SerializationContext> ContextualSerializer { get; } =
        serializer ?? throw new ArgumentNullException(nameof(serializer));

    /// <summary>Reads a message from its context.</summary>
    public Func<DeserializationContext, T> ContextualDeserializer { get; } =
        deserializer ?? throw new ArgumentNullException(nameof(deserializer));
}

/// <summary>Makes marshallers.</summary>
public static class Marshallers
{
    /// <summary>Strings in UTF-8.</summary>
    public static Marshaller<string> StringMarshaller { get; } = new(Encoding.UTF8.GetBytes, Encoding.UTF8.GetString);

    /// <summary>A marshaller over arrays of bytes.</summary>
    /// <typeparam name="T">Type of a message.</typeparam>
    /// <param name="serializer">Turns a message into bytes.</param>
    /// <param name="deserializer">Turns bytes into a message.</param>
    public static Marshaller<T> Create<T>(Func<T, byte[]> serializer, Func<byte[], T> deserializer) =>
        new(serializer, deserializer);

    /// <summary>A marshaller over the contexts, which needs no copy.</summary>
    /// <typeparam name="T">Type of a message.</typeparam>
    /// <param name="serializer">Writes a message to its context.</param>
    /// <param name="deserializer">Reads a message from its context.</param>
    public static Marshaller<T> Create<T>(
        Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer) =>
        new(serializer, deserializer);
}
