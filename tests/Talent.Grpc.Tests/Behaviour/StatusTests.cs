using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Talent.Grpc.Tests.Servers;
using Status = Grpc.Core.Status;

namespace Talent.Grpc.Tests.Behaviour;

/// <summary>How a call that fails tells its caller.</summary>
public sealed class StatusTests : IAsyncLifetime
{
    EchoServer server = null!;

    public async ValueTask InitializeAsync() => server = await EchoServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [MemberData(nameof(FailureCodes.All), MemberType = typeof(FailureCodes))]
    public async Task Unary_MethodFailsWithACode_CallerGetsThatCode(StatusCode code)
    {
        var failure = await Fail(new EchoRequest { FailCode = (int)code, FailMessage = "why" });
        Assert.Equal((code, "why"), (failure.StatusCode, failure.Status.Detail));
    }

    [Theory]
    [InlineData("Grüße, 世界 🌍")]
    [InlineData("100 % of\tit\r\n\0")]
    [InlineData("%41 is not A")]
    [InlineData("")]
    public async Task Unary_MessageOfAnyText_ArrivesAsItWas(string message)
    {
        var failure = await Fail(new EchoRequest { FailCode = (int)StatusCode.Aborted, FailMessage = message });
        Assert.Equal(message, failure.Status.Detail);
    }

    [Fact]
    public async Task ServerStreaming_FailsAfterReplies_CallerGetsThemAndTheStatus()
    {
        var request = new EchoRequest { Count = 3, FailCode = (int)StatusCode.DataLoss, FailMessage = "lost" };
        using var call = server.Client.Repeat(request);
        Assert.True(await call.ResponseStream.MoveNext());
        Assert.True(await call.ResponseStream.MoveNext());
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal((StatusCode.DataLoss, StatusCode.DataLoss), (failure.StatusCode, call.GetStatus().StatusCode));
    }

    [Fact]
    public async Task ClientStreaming_ServerFailsEarly_CallerGetsTheStatus()
    {
        using var call = server.Client.Gather();
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            await call.RequestStream.WriteAsync(new EchoRequest { FailCode = (int)StatusCode.OutOfRange, FailMessage = "far" });
            await call;
        });
        Assert.Equal(StatusCode.OutOfRange, failure.StatusCode);
    }

    [Fact]
    public async Task Unary_UnexpectedException_IsUnknownAndTellsNothing()
    {
        server.Log.BeforeUnary = _ => throw new InvalidTimeZoneException("secret");
        var failure = await Fail(new EchoRequest());
        Assert.Equal((StatusCode.Unknown, "Exception was thrown by handler."), (failure.StatusCode, failure.Status.Detail));
    }

    [Fact]
    public async Task Unary_UnexpectedException_IsLoggedAsAnError()
    {
        server.Log.BeforeUnary = _ => throw new InvalidTimeZoneException("secret");
        await Fail(new EchoRequest());
        Assert.Contains(server.Logs.Errors, text => text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unary_UnexpectedExceptionWithDetailedErrors_TellsTheMessage()
    {
        await using var detailed = await EchoServer.Start(options => options.EnableDetailedErrors = true);
        detailed.Log.BeforeUnary = _ => throw new InvalidTimeZoneException("not secret");
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await detailed.Client.UnaryAsync(new EchoRequest()));
        Assert.Contains("not secret", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unary_MethodSetsAStatus_CallerGetsIt()
    {
        server.Log.BeforeUnary = context =>
        {
            context.Status = new Status(StatusCode.FailedPrecondition, "set");
            return Task.CompletedTask;
        };
        var failure = await Fail(new EchoRequest());
        Assert.Equal((StatusCode.FailedPrecondition, "set"), (failure.StatusCode, failure.Status.Detail));
    }

    [Fact]
    public async Task StatusDetails_InTheTrailers_ReachTheCallerWhole()
    {
        var violation = new BadRequest.Types.FieldViolation { Field = "post.level", Description = "Choose a level." };
        var details = new Google.Rpc.Status
        {
            Code = (int)StatusCode.InvalidArgument,
            Message = "Grüße",
            Details = { Any.Pack(new BadRequest { FieldViolations = { violation } }) },
        };
        server.Log.BeforeUnary = _ => throw new RpcException(
            new Status(StatusCode.InvalidArgument, details.Message),
            new Metadata { { "grpc-status-details-bin", details.ToByteArray() } });
        var failure = await Fail(new EchoRequest());
        var received = Google.Rpc.Status.Parser.ParseFrom(failure.Trailers.GetValueBytes("grpc-status-details-bin"));
        Assert.Equal(details, received);
    }

    [Fact]
    public async Task GetStatus_BeforeTheEnd_IsRefused()
    {
        using var call = server.Client.Talk();
        Assert.Throws<InvalidOperationException>(() => call.GetStatus());
        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext());
    }

    async Task<RpcException> Fail(EchoRequest request) =>
        await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(request));
}
