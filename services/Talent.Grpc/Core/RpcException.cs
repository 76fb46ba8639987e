namespace Grpc.Core;

/// <summary>A call that did not succeed. A service throws it to choose the status its caller gets.</summary>
/// <param name="status">How the call ended.</param>
/// <param name="trailers">The metadata sent or received with the status, such as <c>grpc-status-details-bin</c>.</param>
/// <param name="message">The message of the exception; the status in words when not given.</param>
public class RpcException(Status status, Metadata trailers, string message) : Exception(message, status.DebugException)
{
    /// <summary>A failure without trailers.</summary>
    /// <param name="status">How the call ended.</param>
    public RpcException(Status status)
        : this(status, Metadata.Empty)
    {
    }

    /// <summary>A failure without trailers, with a message of its own.</summary>
    /// <param name="status">How the call ended.</param>
    /// <param name="message">The message of the exception.</param>
    public RpcException(Status status, string message)
        : this(status, Metadata.Empty, message)
    {
    }

    /// <summary>A failure with trailers.</summary>
    /// <param name="status">How the call ended.</param>
    /// <param name="trailers">The metadata that goes with the status.</param>
    public RpcException(Status status, Metadata trailers)
        : this(status, trailers, status.ToString())
    {
    }

    /// <summary>How the call ended.</summary>
    public Status Status { get; } = status;

    /// <summary>The code of the status.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>The metadata that came with the status.</summary>
    public Metadata Trailers { get; } = trailers ?? throw new ArgumentNullException(nameof(trailers));
}
