using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Grpc.AspNetCore.Server;

/// <summary>Lets a route match gRPC requests alone.</summary>
sealed class GrpcRouteConstraint : IRouteConstraint
{
    public const string Name = "grpc";

    public bool Match(
        HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        httpContext is null || Protocol.IsGrpc(httpContext.Request.ContentType);
}
