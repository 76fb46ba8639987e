namespace Grpc.Core;

/// <summary>The messages of a stream, one at a time.</summary>
/// <typeparam name="T">Type of a message.</typeparam>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message that was read last.</summary>
    /// <exception cref="InvalidOperationException">None was read, or the stream has ended.</exception>
    T Current { get; }

    /// <summary>Reads the next message.</summary>
    /// <param name="cancellationToken">Ends the wait, and with it the call.</param>
    /// <returns>False at the end of the stream.</returns>
    /// <exception cref="RpcException">The call ended with a status other than OK.</exception>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}
