using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Grpc.Net.ClientFactory;
using Microsoft.Extensions.DependencyInjection;
using Talent.Grpc.Tests.Servers;

namespace Talent.Grpc.Tests.Behaviour;

/// <summary>Typed clients out of the container.</summary>
public sealed class ClientFactoryTests : IAsyncLifetime
{
    readonly ServiceCollection services = new();
    EchoServer server = null!;

    public async ValueTask InitializeAsync() => server = await EchoServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task AddGrpcClient_WithAnAddress_CallsIt()
    {
        services.AddGrpcClient<Echo.EchoClient>(options => options.Address = new Uri(server.Address));
        Assert.Equal(1, await Call());
    }

    [Fact]
    public async Task AddGrpcClient_WithTheServicesAtHand_CallsTheAddress()
    {
        services.AddSingleton(new Uri(server.Address));
        services.AddGrpcClient<Echo.EchoClient>((provider, options) => options.Address = provider.GetRequiredService<Uri>());
        Assert.Equal(1, await Call());
    }

    [Fact]
    public async Task AddGrpcClient_WithoutAnAddress_SaysSo()
    {
        services.AddGrpcClient<Echo.EchoClient>();
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(Call);
        Assert.Contains("address", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateClient_OfAName_IsConfiguredByThatName()
    {
        services.AddGrpcClient<Echo.EchoClient>("one", options => options.Address = new Uri(server.Address));
        services.AddGrpcClient<Echo.EchoClient>("two", options => options.Address = new Uri("http://127.0.0.1:1"));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<GrpcClientFactory>().CreateClient<Echo.EchoClient>("one");
        var reply = await client.UnaryAsync(new EchoRequest { ReplySize = 1 });
        Assert.Equal(1, reply.Payload.Length);
    }

    [Fact]
    public async Task AddInterceptor_ThatIsAService_SeesTheCall()
    {
        var seen = new ConcurrentQueue<string>();
        services.AddSingleton(new Noting("client", seen));
        Add().AddInterceptor<Noting>();
        await Call();
        Assert.Equal(["client Unary"], seen);
    }

    [Fact]
    public async Task AddInterceptor_OfBothScopes_LiveAsLongAsTheySay()
    {
        var made = new ConcurrentQueue<string>();
        Add().AddInterceptor(InterceptorScope.Channel, _ => Make("channel")).AddInterceptor(InterceptorScope.Client, _ => Make("client"));
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<Echo.EchoClient>().UnaryAsync(new EchoRequest());
        await provider.GetRequiredService<Echo.EchoClient>().UnaryAsync(new EchoRequest());
        Assert.Equal(["channel", "client", "client"], made.Order(StringComparer.Ordinal));

        Noting Make(string scope)
        {
            made.Enqueue(scope);
            return new Noting(scope, new ConcurrentQueue<string>());
        }
    }

    [Fact]
    public async Task ConfigureChannel_SetsALimit_HoldsForCalls()
    {
        Add().ConfigureChannel(options => options.MaxReceiveMessageSize = 10);
        await using var provider = services.BuildServiceProvider();
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await provider.GetRequiredService<Echo.EchoClient>().UnaryAsync(new EchoRequest { ReplySize = 100 }));
        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
    }

    [Fact]
    public async Task ConfigurePrimaryHttpMessageHandler_OwnHandler_SendsTheCalls()
    {
        using var handler = new AnsweringHandler();
        Add().ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await provider.GetRequiredService<Echo.EchoClient>().UnaryAsync(new EchoRequest()));
        Assert.Equal(StatusCode.Aborted, failure.StatusCode);
    }

    [Fact]
    public async Task AddCallCredentials_OverCleartextOnPurpose_AddsTheHeader()
    {
        string? header = null;
        server.Log.BeforeUnary = context =>
        {
            header = context.RequestHeaders.GetValue("authorization");
            return Task.CompletedTask;
        };
        Add()
            .ConfigureChannel(options => options.UnsafeUseInsecureChannelCallCredentials = true)
            .AddCallCredentials((context, metadata) =>
            {
                metadata.Add("authorization", $"for {context.MethodName}");
                return Task.CompletedTask;
            });
        await Call();
        Assert.Equal("for Unary", header);
    }

    [Fact]
    public async Task AddCallCredentials_OverCleartextByMistake_IsRefused()
    {
        Add().AddCallCredentials((_, _) => Task.CompletedTask);
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(Call);
        Assert.Contains("TLS", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddCallCredentials_ThatFail_FailTheCall()
    {
        Add()
            .ConfigureChannel(options => options.UnsafeUseInsecureChannelCallCredentials = true)
            .AddCallCredentials((_, _) => throw new RpcException(new Status(StatusCode.Unauthenticated, "no token")));
        var failure = await Assert.ThrowsAsync<RpcException>(Call);
        Assert.Equal(StatusCode.Unauthenticated, failure.StatusCode);
    }

    IHttpClientBuilder Add() => services.AddGrpcClient<Echo.EchoClient>(options => options.Address = new Uri(server.Address));

    async Task<int> Call()
    {
        await using var provider = services.BuildServiceProvider();
        var reply = await provider.GetRequiredService<Echo.EchoClient>().UnaryAsync(new EchoRequest { ReplySize = 1 });
        return reply.Payload.Length;
    }

    sealed class AnsweringHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = new HttpResponseMessage(HttpStatusCode.OK) { Version = HttpVersion.Version20, RequestMessage = request };
            answer.Headers.TryAddWithoutValidation("grpc-status", RawServer.Text(StatusCode.Aborted));
            answer.Content = new ByteArrayContent([]);
            answer.Content.Headers.TryAddWithoutValidation("content-type", "application/grpc");
            return Task.FromResult(answer);
        }
    }
}
