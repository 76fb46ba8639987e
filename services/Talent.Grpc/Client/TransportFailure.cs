using System.Net.Sockets;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>Names the status of a call whose exchange failed below the protocol.</summary>
static class TransportFailure
{
    public static Status StatusOf(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpProtocolException reset)
                return new(Protocol.FromHttp2Error(reset.ErrorCode), $"Stream reset by the server: {reset.Message}", failure);
            if (cause is SocketException or IOException)
                return new(StatusCode.Unavailable, $"Error starting gRPC call. {Describe(failure)}", failure);
        }

        return failure is OperationCanceledException
            ? new(StatusCode.Cancelled, "The call was cancelled below gRPC.", failure)
            : new(StatusCode.Internal, $"Error in gRPC call. {Describe(failure)}", failure);
    }

    static string Describe(Exception failure) => $"{failure.GetType().Name}: {failure.Message}";
}
