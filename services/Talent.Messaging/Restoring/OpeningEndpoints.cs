using Microsoft.AspNetCore.Builder;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Restoring;

/// <summary>gRPC methods that answer only while their service is open.</summary>
public static class OpeningEndpoints
{
    /// <summary>
    /// Answers UNAVAILABLE while the service is closed (<see cref="Opening{TContext}"/>), so that callers come again. Not for the Feed:
    /// others need it to open.
    /// </summary>
    /// <param name="methods">What <c>MapGrpcService</c> returned.</param>
    /// <typeparam name="TContext">The service's context.</typeparam>
    public static IEndpointConventionBuilder OpensWith<TContext>(this IEndpointConventionBuilder methods) where TContext : ServiceContext =>
        methods.WithMetadata(new OpensWithMetadata(typeof(Opening<TContext>)));
}
