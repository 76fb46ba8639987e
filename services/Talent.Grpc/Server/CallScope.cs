using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

/// <summary>Objects made for one call end with it.</summary>
static class CallScope
{
    public static void DisposeWithCall(this HttpResponse response, object made)
    {
        if (made is IAsyncDisposable asynchronous)
            response.RegisterForDisposeAsync(asynchronous);
        else if (made is IDisposable disposable)
            response.RegisterForDispose(disposable);
    }
}
