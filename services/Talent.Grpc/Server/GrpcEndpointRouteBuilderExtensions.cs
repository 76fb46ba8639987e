using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps gRPC services to endpoints.</summary>
public static class GrpcEndpointRouteBuilderExtensions
{
    /// <summary>Maps every method of a service; an instance is made for each call.</summary>
    /// <typeparam name="TService">The service, derived from a generated base class.</typeparam>
    /// <param name="builder">The routes of the application.</param>
    /// <exception cref="InvalidOperationException">The type does not derive from a generated base class.</exception>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService<TService>(this IEndpointRouteBuilder builder)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        var binder = new ServiceBinder<TService>(builder);
        binder.Bind();
        return new(binder.Endpoints);
    }
}
