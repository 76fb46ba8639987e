using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Talent.Testing;

namespace Talent.ServiceDefaults.Tests;

public sealed class TokenExpiryTests : IAsyncLifetime
{
    private static readonly TimeSpan ToExpiry = TokenTimes.LongestLifetime + TokenTimes.ClockSkew;
    private readonly FakeTimeProvider _time = new();
    private readonly TestSignIn _signIn;
    private ProbeHost _host = null!;
    private GrpcChannel _channel = null!;

    public TokenExpiryTests() => _signIn = new TestSignIn(_time);

    private ProbeService.ProbeServiceClient Client => new(_channel);

    public async ValueTask InitializeAsync()
    {
        _host = await ProbeHost.StartAsync(builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(_time);
            _signIn.Use(builder.Services);
        });
        _channel = GrpcChannel.ForAddress(_host.GrpcAddress);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _host.DisposeAsync();
        _signIn.Dispose();
    }

    [Fact]
    public async Task ServerStream_TokenExpiresWhileItWaits_EndsUnauthenticated()
    {
        _host.Behaviour.Stream = async (writer, context) =>
        {
            await writer.WriteAsync(new ProbeResponse { Text = "first" });
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.CancellationToken);
        };

        Assert.True((await ExpireAfterFirstAsync()).IsTokenExpired());
    }

    [Fact]
    public async Task ServerStream_HandlerStopsQuietlyAtExpiry_EndsUnauthenticatedAllTheSame()
    {
        _host.Behaviour.Stream = async (writer, context) =>
        {
            await writer.WriteAsync(new ProbeResponse { Text = "first" });
            var stopped = new TaskCompletionSource();
            await using var registration = context.CancellationToken.Register(stopped.SetResult);
            await stopped.Task;
        };

        Assert.True((await ExpireAfterFirstAsync()).IsTokenExpired());
    }

    [Fact]
    public async Task ServerStream_HandlerDeafToItsCancellation_CannotWriteAfterExpiry()
    {
        var goOn = new TaskCompletionSource();
        _host.Behaviour.Stream = async (writer, _) =>
        {
            await writer.WriteAsync(new ProbeResponse { Text = "first" });
            await goOn.Task;
            await writer.WriteAsync(new ProbeResponse { Text = "second" });
        };
        using var call = Client.Watch(new ProbeRequest(), await _signIn.AsAsync(Callers.Academy));
        await call.ResponseStream.MoveNext(CancellationToken.None);

        _time.Advance(ToExpiry);
        goOn.SetResult();

        var exception = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.True(exception.IsTokenExpired());
    }

    [Fact]
    public async Task ServerStream_JustBeforeExpiry_GoesOn()
    {
        var goOn = new TaskCompletionSource();
        _host.Behaviour.Stream = async (writer, _) =>
        {
            await writer.WriteAsync(new ProbeResponse { Text = "first" });
            await goOn.Task;
            await writer.WriteAsync(new ProbeResponse { Text = "second" });
        };
        using var call = Client.Watch(new ProbeRequest(), await _signIn.AsAsync(Callers.Academy));
        await call.ResponseStream.MoveNext(CancellationToken.None);

        _time.Advance(ToExpiry - TimeSpan.FromSeconds(1));
        goOn.SetResult();

        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal("second", call.ResponseStream.Current.Text);
    }

    [Fact]
    public async Task DuplexStream_TokenExpiresWhileItReads_EndsUnauthenticated()
    {
        using var call = Client.Converse(await _signIn.AsAsync(Callers.Academy));
        await call.RequestStream.WriteAsync(new ProbeRequest());
        await call.ResponseStream.MoveNext(CancellationToken.None);

        _time.Advance(ToExpiry);

        var exception = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.True(exception.IsTokenExpired());
    }

    [Fact]
    public async Task ClientStream_TokenExpiresWhileItReads_EndsUnauthenticated()
    {
        using var call = Client.Collect(await _signIn.AsAsync(Callers.Academy));
        await call.RequestStream.WriteAsync(new ProbeRequest());
        await _host.Behaviour.Read.WaitAsync(CancellationToken.None);

        _time.Advance(ToExpiry);

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.True(exception.IsTokenExpired());
    }

    private async Task<RpcException> ExpireAfterFirstAsync()
    {
        using var call = Client.Watch(new ProbeRequest(), await _signIn.AsAsync(Callers.Academy));
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        _time.Advance(ToExpiry);
        return await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
    }
}
