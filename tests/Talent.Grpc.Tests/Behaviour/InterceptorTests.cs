using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;
using Talent.Grpc.Tests.Servers;

namespace Talent.Grpc.Tests.Behaviour;

/// <summary>Interceptors on both sides.</summary>
public sealed class InterceptorTests
{
    readonly ConcurrentQueue<string> seen = new();

    [Fact]
    public async Task ClientInterceptors_Two_SeeACallInTheirOrder()
    {
        await using var server = await EchoServer.Start();
        var invoker = server.Channel.Intercept(new Noting("outer", seen), new Noting("inner", seen));
        await new Echo.EchoClient(invoker).UnaryAsync(new EchoRequest());
        Assert.Equal(["outer Unary", "inner Unary"], seen);
    }

    [Fact]
    public async Task ClientInterceptor_EveryKindOfCall_SeesIt()
    {
        await using var server = await EchoServer.Start();
        await CallEveryKind(new Echo.EchoClient(server.Channel.Intercept(new Noting("client", seen))));
        Assert.Equal(["client Unary", "client Gather", "client Repeat", "client Talk"], seen);
    }

    [Fact]
    public async Task ServerInterceptor_EveryKindOfCall_SeesIt()
    {
        await using var server = await EchoServer.Start(options => options.Interceptors.Add<Noting>("server", seen));
        await CallEveryKind(server.Client);
        Assert.Equal(["server Unary", "server Gather", "server Repeat", "server Talk"], seen);
    }

    [Fact]
    public async Task ServerInterceptors_Two_SeeACallInTheirOrder()
    {
        await using var server = await EchoServer.Start(options =>
        {
            options.Interceptors.Add<Noting>("outer", seen);
            options.Interceptors.Add<Noting>("inner", seen);
        });
        await server.Client.UnaryAsync(new EchoRequest());
        Assert.Equal(["outer Unary", "inner Unary"], seen);
    }

    [Fact]
    public async Task ServerInterceptor_RegisteredAsAService_IsTakenFromThere()
    {
        var registered = new Noting("registered", seen);
        await using var server = await EchoServer.Start(
            options => options.Interceptors.Add<Noting>(), services => services.AddSingleton(registered), _ => { });
        await server.Client.UnaryAsync(new EchoRequest());
        Assert.Equal(["registered Unary"], seen);
    }

    [Fact]
    public async Task ServerInterceptor_Refuses_CallerGetsItsStatus()
    {
        await using var server = await EchoServer.Start(options => options.Interceptors.Add<Refusing>());
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoRequest()));
        Assert.Equal(StatusCode.PermissionDenied, failure.StatusCode);
    }

    [Fact]
    public async Task ClientInterceptor_OfHeaders_AddsThem()
    {
        await using var server = await EchoServer.Start();
        var client = new Echo.EchoClient(server.Channel.Intercept(headers =>
        {
            headers.Add("x-echo-initial", "added");
            return headers;
        }));
        using var call = client.UnaryAsync(new EchoRequest());
        Assert.Equal("added", (await call.ResponseHeadersAsync).GetValue("x-echo-initial"));
        await call;
    }

    [Fact]
    public async Task ClientInterceptor_Repeats_MakesASecondCall()
    {
        await using var server = await EchoServer.Start();
        var calls = 0;
        server.Log.BeforeUnary = _ => Interlocked.Increment(ref calls) == 1
            ? throw new RpcException(new Status(StatusCode.Unavailable, "later"))
            : Task.CompletedTask;
        await new Echo.EchoClient(server.Channel.Intercept(new Repeating())).UnaryAsync(new EchoRequest());
        Assert.Equal(2, calls);
    }

    static async Task CallEveryKind(Echo.EchoClient client)
    {
        await client.UnaryAsync(new EchoRequest());
        using var gather = client.Gather();
        await gather.RequestStream.CompleteAsync();
        await gather;
        using var repeat = client.Repeat(new EchoRequest());
        await repeat.ResponseStream.MoveNext();
        using var talk = client.Talk();
        await talk.RequestStream.CompleteAsync();
        await talk.ResponseStream.MoveNext();
    }

    sealed class Refusing : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            throw new RpcException(new Status(StatusCode.PermissionDenied, "refused"));
    }

    sealed class Repeating : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            var last = continuation(request, context);
            return new(Repeat(), last.ResponseHeadersAsync, () => last.GetStatus(), () => last.GetTrailers(), () => last.Dispose());

            async Task<TResponse> Repeat()
            {
                try
                {
                    return await last;
                }
                catch (RpcException failure) when (failure.StatusCode == StatusCode.Unavailable)
                {
                    last = continuation(request, context);
                    return await last;
                }
            }
        }
    }
}
