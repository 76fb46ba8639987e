namespace Grpc.Core;

/// <summary>The writing end of a stream. One write may be under way at a time.</summary>
/// <typeparam name="T">Type of a message.</typeparam>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>How the next messages are written; null for the options of the call.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Writes a message; the task ends when the stream takes the next.</summary>
    /// <param name="message">The message.</param>
    /// <exception cref="InvalidOperationException">Another write is under way, or the stream is complete.</exception>
    /// <exception cref="RpcException">The call has ended.</exception>
    Task WriteAsync(T message);

    /// <summary>Writes a message, unless cancelled before.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the write, and with it the call.</param>
    /// <exception cref="NotSupportedException">The stream cannot be cancelled.</exception>
    Task WriteAsync(T message, CancellationToken cancellationToken) => cancellationToken.CanBeCanceled
        ? throw new NotSupportedException("Cancellation of stream writes is not supported by this gRPC implementation.")
        : WriteAsync(message);
}

/// <summary>The stream of a caller's requests.</summary>
/// <typeparam name="T">Type of a message.</typeparam>
public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>Tells the server that no request follows.</summary>
    Task CompleteAsync();
}

/// <summary>The stream of a server's responses; it ends with the method that writes it.</summary>
/// <typeparam name="T">Type of a message.</typeparam>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>;
