using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Talent.Testing;

namespace Talent.ServiceDefaults.Tests;

public sealed class PermissionInterceptorTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private readonly TestSignIn _signIn;
    private ProbeHost _host = null!;
    private GrpcChannel _channel = null!;

    public PermissionInterceptorTests() => _signIn = new TestSignIn(_time);

    private ProbeService.ProbeServiceClient Client => new(_channel);

    public async ValueTask InitializeAsync()
    {
        _host = await ProbeHost.StartAsync(builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(_time);
            _signIn.Use(builder.Services);
            builder.AddTokens("roles");
            builder.Services.AddGrpcHealthChecks();
        }, app => app.MapGrpcHealthChecksService());
        _channel = GrpcChannel.ForAddress(_host.GrpcAddress);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _host.DisposeAsync();
        _signIn.Dispose();
    }

    [Fact]
    public async Task UnaryCall_PermissionHeld_RunsAsTheCaller()
    {
        var response = await Client.AskAsync(new ProbeRequest(), await _signIn.AsAsync(Callers.Academy));

        Assert.Equal("account-academy", response.Text);
    }

    [Fact]
    public async Task UnaryCall_PermissionHeld_CallerActsUnderThePermissionOfTheMethod()
    {
        _host.Behaviour.Answer = (_, context) => Task.FromResult($"{context.GetCaller().ActingUnder}");

        var response = await Client.AskBoardAsync(new ProbeRequest(), await _signIn.AsAsync(Callers.Director));

        Assert.Equal("ReadBoards", response.Text);
    }

    [Fact]
    public async Task UnaryCall_PermissionLacking_IsDeniedWithoutRunning()
    {
        var exception = await RefusedAsync(async headers => await Client.AskBoardAsync(new ProbeRequest(), headers), Callers.Academy);

        Assert.Equal((StatusCode.PermissionDenied, Reason.PermissionMissing), (exception.StatusCode, exception.GetDetails().Reason));
        Assert.Equal(0, _host.Behaviour.Calls);
    }

    [Fact]
    public async Task UnaryCall_WithoutToken_IsUnauthenticated()
    {
        var exception = await Assert.ThrowsAsync<RpcException>(async () => await Client.AskAsync(new ProbeRequest()));

        Assert.Equal((StatusCode.Unauthenticated, Reason.TokenMissing), (exception.StatusCode, exception.GetDetails().Reason));
    }

    [Fact]
    public async Task UnaryCall_TokenExpired_IsUnauthenticatedAndSaysSo()
    {
        var headers = await _signIn.AsAsync(Callers.Academy);
        _time.Advance(TokenTimes.LongestLifetime + TokenTimes.ClockSkew);

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await Client.AskAsync(new ProbeRequest(), headers));

        Assert.True(exception.IsTokenExpired());
    }

    [Fact]
    public async Task ClientStream_PermissionHeld_RunsAsTheCaller()
    {
        using var call = Client.Collect(await _signIn.AsAsync(Callers.Academy));
        await call.RequestStream.WriteAsync(new ProbeRequest());
        await call.RequestStream.CompleteAsync();

        Assert.Equal("account-academy", (await call.ResponseAsync).Text);
    }

    [Fact]
    public async Task ServerStream_PermissionHeld_RunsAsTheCaller()
    {
        using var call = Client.Watch(new ProbeRequest(), await _signIn.AsAsync(Callers.Academy));

        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal("account-academy", call.ResponseStream.Current.Text);
    }

    [Fact]
    public async Task DuplexStream_PermissionHeld_RunsAsTheCaller()
    {
        using var call = Client.Converse(await _signIn.AsAsync(Callers.Academy));
        await call.RequestStream.WriteAsync(new ProbeRequest());

        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal("account-academy", call.ResponseStream.Current.Text);
    }

    [Fact]
    public async Task UnaryCall_NoPermissionDeclared_IsDeniedToEverybody() =>
        await AssertUndeclaredAsync(async headers => await Client.AskUndeclaredAsync(new ProbeRequest(), headers));

    [Fact]
    public async Task ClientStream_NoPermissionDeclared_IsDeniedToEverybody() =>
        await AssertUndeclaredAsync(async headers => await Client.CollectUndeclared(headers));

    [Fact]
    public async Task ServerStream_NoPermissionDeclared_IsDeniedToEverybody() =>
        await AssertUndeclaredAsync(headers =>
            Client.WatchUndeclared(new ProbeRequest(), headers).ResponseStream.MoveNext(CancellationToken.None));

    [Fact]
    public async Task DuplexStream_NoPermissionDeclared_IsDeniedToEverybody() =>
        await AssertUndeclaredAsync(headers => Client.ConverseUndeclared(headers).ResponseStream.MoveNext(CancellationToken.None));

    [Fact]
    public async Task ServiceToken_FeedOfItsAudience_Runs()
    {
        var response = await Client.AskFeedAsync(new ProbeRequest(), await _signIn.AsServiceAsync("succession", "roles"));

        Assert.Equal("succession", response.Text);
    }

    [Fact]
    public async Task ServiceToken_AnotherAudience_IsUnauthenticated()
    {
        var headers = await _signIn.AsServiceAsync("succession", "development");

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await Client.AskFeedAsync(new ProbeRequest(), headers));

        Assert.Equal((StatusCode.Unauthenticated, Reason.TokenInvalid), (exception.StatusCode, exception.GetDetails().Reason));
    }

    [Fact]
    public async Task ServiceToken_AnythingButTheFeed_IsDenied()
    {
        var headers = await _signIn.AsServiceAsync("succession", "roles");

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await Client.AskAsync(new ProbeRequest(), headers));

        Assert.Equal(StatusCode.PermissionDenied, exception.StatusCode);
    }

    [Fact]
    public async Task HealthService_WithoutToken_Answers()
    {
        var response = await new Health.HealthClient(_channel).CheckAsync(new HealthCheckRequest { Service = "unknown-probe" })
            .ResponseAsync.ContinueWith(task => task.Exception?.InnerException as RpcException, TaskScheduler.Default);

        Assert.Equal(StatusCode.NotFound, response?.StatusCode);
    }

    private async Task AssertUndeclaredAsync(Func<Metadata, Task> call)
    {
        var exception = await RefusedAsync(call, Callers.Director);

        Assert.Equal((StatusCode.PermissionDenied, Reason.PermissionUndeclared), (exception.StatusCode, exception.GetDetails().Reason));
        Assert.Equal(0, _host.Behaviour.Calls);
    }

    private async Task<RpcException> RefusedAsync(Func<Metadata, Task> call, Caller caller)
    {
        var headers = await _signIn.AsAsync(caller);
        return await Assert.ThrowsAsync<RpcException>(() => call(headers));
    }
}
