using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace Talent.ServiceDefaults;

/// <summary>Reads errors that another service made.</summary>
public static class ErrorReading
{
    /// <summary>What the other side said, with its reason and the fields it names; what is missing or cannot be read is empty.</summary>
    public static ErrorDetails GetDetails(this RpcException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var status = ReadStatus(exception.Trailers);
        var info = Unpack<ErrorInfo>(status).FirstOrDefault();
        return new ErrorDetails(
            exception.StatusCode,
            status is { Message.Length: > 0 } ? status.Message : exception.Status.Detail,
            info?.GetReason() ?? "",
            [.. Unpack<BadRequest>(status).SelectMany(request => request.FieldViolations)
                .Select(violation => new FieldProblem(violation.Field, violation.Description))],
            [.. Unpack<PreconditionFailure>(status).SelectMany(failure => failure.Violations)
                .Select(violation => new PreconditionProblem(violation.Type, violation.Subject, violation.Description))],
            info is not null && info.Metadata.TryGetValue(Errors.CorrelationKey, out var correlation) ? correlation : "");
    }

    /// <summary>Whether the call ended because its token expired: with a new token it may be made again.</summary>
    public static bool IsTokenExpired(this RpcException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.StatusCode == StatusCode.Unauthenticated && exception.GetDetails().Reason == Reason.TokenExpired;
    }

    private static Google.Rpc.Status? ReadStatus(Metadata trailers)
    {
        if (trailers.LastOrDefault(entry => entry.Key == Errors.DetailsTrailer) is not { IsBinary: true } entry)
            return null;
        try
        {
            return Google.Rpc.Status.Parser.ParseFrom(entry.ValueBytes);
        }
        catch (InvalidProtocolBufferException)
        {
            // Details are an addition: the status code and its message, which every peer sends, still stand.
            return null;
        }
    }

    private static IEnumerable<T> Unpack<T>(Google.Rpc.Status? status) where T : IMessage, new()
    {
        foreach (var detail in status?.Details ?? [])
        {
            if (detail.TryUnpack(out T message))
                yield return message;
        }
    }
}
