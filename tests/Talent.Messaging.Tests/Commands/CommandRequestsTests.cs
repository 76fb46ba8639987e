using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Talent.Messaging.Commands;
using Talent.ServiceDefaults;

namespace Talent.Messaging.Tests.Commands;

public sealed class CommandRequestsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public void Command_RequestIdMissingOrTooLong_IsRefused(int length)
    {
        var requestId = new string('a', length);

        var details = Assert.Throws<RpcException>(() => new UntouchedCall().Command(requestId, new Empty())).GetDetails();

        Assert.Equal((StatusCode.InvalidArgument, "request_id"), (details.Code, Assert.Single(details.Fields).Field));
    }

    /// <summary>A call that is refused before anything of it is read.</summary>
    private sealed class UntouchedCall : ServerCallContext
    {
        protected override string MethodCore => throw new NotSupportedException();

        protected override string HostCore => throw new NotSupportedException();

        protected override string PeerCore => throw new NotSupportedException();

        protected override DateTime DeadlineCore => throw new NotSupportedException();

        protected override Metadata RequestHeadersCore => throw new NotSupportedException();

        protected override CancellationToken CancellationTokenCore => throw new NotSupportedException();

        protected override Metadata ResponseTrailersCore => throw new NotSupportedException();

        protected override Status StatusCore
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        protected override WriteOptions? WriteOptionsCore
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        protected override AuthContext AuthContextCore => throw new NotSupportedException();

        protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
            throw new NotSupportedException();

        protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => throw new NotSupportedException();
    }
}
