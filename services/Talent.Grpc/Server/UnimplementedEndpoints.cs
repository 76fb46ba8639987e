using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Grpc.AspNetCore.Server;

/// <summary>One catch-all per application: a gRPC request that nothing serves ends as UNIMPLEMENTED, not as HTTP 404.</summary>
sealed class UnimplementedEndpoints(IServiceProvider services) : EndpointDataSource
{
    readonly Endpoint[] endpoints =
    [
        new RouteEndpoint(
            http => Answer(http, services.GetRequiredService<EndpointDataSource>()),
            RoutePatternFactory.Parse($"{{service:{GrpcRouteConstraint.Name}}}/{{method}}"),
            int.MaxValue,
            new EndpointMetadataCollection(new HttpMethodMetadata([HttpMethods.Post])),
            "gRPC - Unimplemented"),
    ];

    public override IReadOnlyList<Endpoint> Endpoints => endpoints;

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    static Task Answer(HttpContext http, EndpointDataSource known)
    {
        var service = (string?)http.Request.RouteValues["service"];
        var isKnown = known.Endpoints.Any(endpoint => string.Equals(
            endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.ServiceName, service, StringComparison.Ordinal));
        var what = isKnown ? "Method" : "Service";
        http.Response.ContentType = Protocol.ContentType;
        StatusHeaders.Set(http.Response.Headers, new Status(StatusCode.Unimplemented, $"{what} is unimplemented."));
        return Task.CompletedTask;
    }
}
