using System.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server;

/// <summary>Maps each method of a service to an endpoint that runs the interceptors and then the method.</summary>
sealed class ServiceBinder<TService>(IEndpointRouteBuilder builder) : ServiceBinderBase
    where TService : class
{
    readonly GrpcServiceOptions options = builder.ServiceProvider.GetRequiredService<IOptions<GrpcServiceOptions>>().Value;
    readonly ServiceSource<TService> services = new(builder.ServiceProvider);
    readonly ServerCallHandler handler = new(
        builder.ServiceProvider.GetRequiredService<IOptions<GrpcServiceOptions>>().Value,
        builder.ServiceProvider.GetService<TimeProvider>() ?? TimeProvider.System,
        builder.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("Grpc.AspNetCore.Server.ServerCallHandler"));

    readonly List<IEndpointConventionBuilder> endpoints = [];

    public IReadOnlyList<IEndpointConventionBuilder> Endpoints => endpoints;

    public void Bind() => ServiceMethods.Bind(typeof(TService), this);

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        var found = Find(method, typeof(TRequest), typeof(ServerCallContext));
        var target = found.CreateDelegate<Func<TService, TRequest, ServerCallContext, Task<TResponse>>>();
        UnaryServerMethod<TRequest, TResponse> run = (request, context) => target(Service(context), request, context);
        foreach (var each in options.Interceptors.Reverse())
        {
            var next = run;
            run = (request, context) => each.Resolve(Http(context)).UnaryServerHandler(request, context, next);
        }

        Map(method, found, streamsIn: false, async call =>
        {
            var request = await call.ReadOnly(method.RequestMarshaller);
            call.Write(method.ResponseMarshaller, await run(request, call));
        });
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var found = Find(method, typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext));
        var target = found.CreateDelegate<
            Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>>>();
        ClientStreamingServerMethod<TRequest, TResponse> run =
            (requests, context) => target(Service(context), requests, context);
        foreach (var each in options.Interceptors.Reverse())
        {
            var next = run;
            run = (requests, context) => each.Resolve(Http(context)).ClientStreamingServerHandler(requests, context, next);
        }

        Map(method, found, streamsIn: true, async call =>
        {
            var requests = new RequestStream<TRequest>(call, method.RequestMarshaller);
            call.Write(method.ResponseMarshaller, await run(requests, call));
        });
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var found = Find(method, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var target = found.CreateDelegate<
            Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        ServerStreamingServerMethod<TRequest, TResponse> run =
            (request, responses, context) => target(Service(context), request, responses, context);
        foreach (var each in options.Interceptors.Reverse())
        {
            var next = run;
            run = (request, responses, context) =>
                each.Resolve(Http(context)).ServerStreamingServerHandler(request, responses, context, next);
        }

        Map(method, found, streamsIn: false, async call =>
        {
            var request = await call.ReadOnly(method.RequestMarshaller);
            await run(request, new ResponseStream<TResponse>(call, method.ResponseMarshaller), call);
        });
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var found = Find(
            method, typeof(IAsyncStreamReader<TRequest>), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var target = found.CreateDelegate<
            Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        DuplexStreamingServerMethod<TRequest, TResponse> run =
            (requests, responses, context) => target(Service(context), requests, responses, context);
        foreach (var each in options.Interceptors.Reverse())
        {
            var next = run;
            run = (requests, responses, context) =>
                each.Resolve(Http(context)).DuplexStreamingServerHandler(requests, responses, context, next);
        }

        Map(method, found, streamsIn: true, call => run(
            new RequestStream<TRequest>(call, method.RequestMarshaller),
            new ResponseStream<TResponse>(call, method.ResponseMarshaller),
            call));
    }

    static HttpContext Http(ServerCallContext context) => context.GetHttpContext();

    static MethodInfo Find(IMethod method, params Type[] parameters) => ServiceMethods.Find(typeof(TService), method, parameters);

    TService Service(ServerCallContext context) => services.Get(Http(context));

    void Map(IMethod method, MethodInfo found, bool streamsIn, Func<ServerCall, Task> run)
    {
        RequestDelegate serve = http => handler.Handle(http, method, streamsIn, run);
        var endpoint = builder.MapPost(method.FullName, serve);
        endpoint.Add(added =>
        {
            added.DisplayName = $"gRPC - {method.FullName}";
            foreach (var attribute in typeof(TService).GetCustomAttributes(inherit: true))
                added.Metadata.Add(attribute);
            foreach (var attribute in found.GetCustomAttributes(inherit: true))
                added.Metadata.Add(attribute);
            added.Metadata.Add(new GrpcMethodMetadata(typeof(TService), method));
        });
        endpoints.Add(endpoint);
    }
}
