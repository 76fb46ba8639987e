using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>The requests of a call whose caller streams.</summary>
sealed class RequestStream<T>(ServerCall call, Marshaller<T> marshaller) : IAsyncStreamReader<T>
    where T : class
{
    T? current;

    public T Current => current ?? throw new InvalidOperationException("No current element is available.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        current = await call.Read(marshaller, cancellationToken);
        return current is not null;
    }
}
