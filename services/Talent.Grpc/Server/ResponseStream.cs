using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>The responses of a call that streams to its caller.</summary>
sealed class ResponseStream<T>(ServerCall call, Marshaller<T> marshaller) : IServerStreamWriter<T>
{
    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(T message, CancellationToken cancellationToken) =>
        call.WriteStreamed(marshaller, message, WriteOptions, cancellationToken);
}
