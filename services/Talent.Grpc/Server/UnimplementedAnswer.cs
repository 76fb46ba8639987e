using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>
/// The end of the pipeline: a gRPC request that no endpoint took ends as UNIMPLEMENTED, not as HTTP 404. It is no endpoint of its own, because
/// a catch-all route would be weighed for every request.
/// </summary>
sealed class UnimplementedAnswer : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        app.Use(pass => http => IsGrpcCall(http.Request) ? Answer(http) : pass(http));
    };

    static bool IsGrpcCall(HttpRequest request) => HttpMethods.IsPost(request.Method) && Protocol.IsGrpc(request.ContentType);

    static Task Answer(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        var service = path.Split('/') is [_, var name, _] ? name : "";
        var isKnown = http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.Any(endpoint => string.Equals(
            endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.ServiceName, service, StringComparison.Ordinal));
        http.Response.ContentType = Protocol.ContentType;
        StatusHeaders.Set(
            http.Response.Headers,
            new Status(StatusCode.Unimplemented, $"{(isKnown ? "Method" : "Service")} is unimplemented."));
        return Task.CompletedTask;
    }
}
