using Grpc.Core;

namespace Talent.Benchmarks.Calls;

/// <summary>Sends each request back.</summary>
sealed class EchoService : Echo.EchoBase
{
    public override Task<Payload> Unary(Payload request, ServerCallContext context) => Task.FromResult(request);
}
