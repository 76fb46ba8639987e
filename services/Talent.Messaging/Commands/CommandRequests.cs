using Google.Protobuf;
using Grpc.Core;
using Talent.ServiceDefaults;

namespace Talent.Messaging.Commands;

/// <summary>Commands that arrive as gRPC calls of a known caller.</summary>
public static class CommandRequests
{
    private const int LongestRequestId = 200;

    /// <summary>The command that a request asks for: its principal is the caller's account, its method the call's.</summary>
    /// <param name="call">The call.</param>
    /// <param name="requestId">The request's id, at most 200 characters.</param>
    /// <param name="body">The request.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it has no request id, or one that is too long.</exception>
    public static CommandContext Command(this ServerCallContext call, string requestId, IMessage body)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (string.IsNullOrWhiteSpace(requestId))
            throw Errors.Invalid("request_id", "Give the request an id, so that repeating it is harmless.");
        if (requestId.Length > LongestRequestId)
            throw Errors.Invalid("request_id", $"Shorten the request id to at most {LongestRequestId} characters.");
        return new(call.GetCaller().AccountId, call.Method.TrimStart('/'), requestId, body, call.GetCorrelationId());
    }
}
