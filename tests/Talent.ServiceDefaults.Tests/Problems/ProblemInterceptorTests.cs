using System.Data.Common;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging;
using Talent.Testing;

namespace Talent.ServiceDefaults.Tests;

public sealed class ProblemInterceptorTests : IAsyncLifetime
{
    private const string Secret = "Ada Example's readiness";
    private readonly TestSignIn _signIn = new(TimeProvider.System);
    private ProbeHost _host = null!;
    private GrpcChannel _channel = null!;

    private ProbeService.ProbeServiceClient Client => new(_channel);

    public async ValueTask InitializeAsync()
    {
        _host = await ProbeHost.StartAsync(builder => _signIn.Use(builder.Services));
        _channel = GrpcChannel.ForAddress(_host.GrpcAddress);
        _host.Behaviour.Answer = (_, _) => throw new FormatException(Secret);
        _host.Behaviour.Stream = (_, _) => throw new InvalidOperationException(Secret);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _host.DisposeAsync();
        _signIn.Dispose();
    }

    [Fact]
    public async Task UnaryCall_HandlerThrows_TellsNothingButTheReference() =>
        AssertToldNothing(await FailedAsync(async headers => await Client.AskAsync(new ProbeRequest(), headers)));

    [Fact]
    public async Task ClientStream_HandlerThrows_TellsNothingButTheReference() =>
        AssertToldNothing(await FailedAsync(async headers =>
        {
            using var call = Client.Collect(headers);
            await call.RequestStream.CompleteAsync();
            await call;
        }));

    [Fact]
    public async Task ServerStream_HandlerThrows_TellsNothingButTheReference() =>
        AssertToldNothing(await FailedAsync(headers =>
            Client.Watch(new ProbeRequest(), headers).ResponseStream.MoveNext(CancellationToken.None)));

    [Fact]
    public async Task DuplexStream_HandlerThrows_TellsNothingButTheReference() =>
        AssertToldNothing(await FailedAsync(async headers =>
        {
            using var call = Client.Converse(headers);
            await call.RequestStream.WriteAsync(new ProbeRequest());
            await call.ResponseStream.MoveNext(CancellationToken.None);
        }));

    [Fact]
    public async Task UnaryCall_HandlerThrows_LogHoldsTheExceptionUnderTheReference()
    {
        var exception = await FailedAsync(async headers => await Client.AskAsync(new ProbeRequest(), headers));

        var reference = exception.GetDetails().CorrelationId;
        var entry = Assert.Single(_host.Logs.Entries, each => each.Level == LogLevel.Error);
        Assert.Contains(reference, entry.Text, StringComparison.Ordinal);
        Assert.Equal(Secret, entry.Exception?.Message);
    }

    [Fact]
    public async Task UnaryCall_ErrorMadeOnPurpose_ArrivesAsItWasMade()
    {
        _host.Behaviour.Answer = (_, _) => throw Errors.Precondition("POST_CLOSED", "The post is closed.");

        var exception = await FailedAsync(async headers => await Client.AskAsync(new ProbeRequest(), headers));

        Assert.Equal("POST_CLOSED", exception.GetDetails().Reason);
    }

    [Fact]
    public async Task UnaryCall_CallerGivesUp_IsNoError()
    {
        var ended = new TaskCompletionSource();
        _host.Behaviour.Answer = async (_, context) =>
        {
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.CancellationToken);
                return "";
            }
            finally
            {
                ended.SetResult();
            }
        };
        using var cancellation = new CancellationTokenSource();
        var call = Client.AskAsync(new ProbeRequest(), await _signIn.AsAsync(Callers.Academy), cancellationToken: cancellation.Token);
        await _host.Behaviour.Called.WaitAsync(CancellationToken.None);

        await cancellation.CancelAsync();

        await ended.Task;
        await Assert.ThrowsAsync<RpcException>(async () => await call);
        // Once the host has stopped, everything the call could log is logged.
        var logs = _host.Logs;
        await _host.DisposeAsync();
        Assert.DoesNotContain(logs.Entries, entry => entry.Level >= LogLevel.Error);
    }

    [Theory]
    [InlineData(true, StatusCode.Unavailable, Reason.DatabaseUnavailable)]
    [InlineData(false, StatusCode.Internal, Reason.Internal)]
    public async Task UnaryCall_DatabaseFails_MayBeRepeatedWhileItIsAway(bool passing, StatusCode status, string reason)
    {
        _host.Behaviour.Answer = (_, _) => throw new InvalidOperationException(Secret, new DatabaseFailure(passing));

        var exception = await FailedAsync(async headers => await Client.AskAsync(new ProbeRequest(), headers));

        Assert.Equal((status, reason), (exception.StatusCode, exception.GetDetails().Reason));
        Assert.DoesNotContain(Secret, exception.ToString() + exception.GetDetails(), StringComparison.Ordinal);
    }

    private static void AssertToldNothing(RpcException exception)
    {
        Assert.Equal((StatusCode.Internal, Reason.Internal), (exception.StatusCode, exception.GetDetails().Reason));
        Assert.NotEmpty(exception.GetDetails().CorrelationId);
        Assert.DoesNotContain(Secret, exception.ToString() + exception.GetDetails(), StringComparison.Ordinal);
    }

    private async Task<RpcException> FailedAsync(Func<Metadata, Task> call)
    {
        var headers = await _signIn.AsAsync(Callers.Academy);
        return await Assert.ThrowsAsync<RpcException>(() => call(headers));
    }

    private sealed class DatabaseFailure(bool passing) : DbException(Secret)
    {
        public override bool IsTransient => passing;
    }
}
