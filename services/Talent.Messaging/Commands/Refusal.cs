using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace Talent.Messaging.Commands;

/// <summary>Refusals as google.rpc.Status: a sentence for a person, a reason for a program.</summary>
internal static class Refusal
{
    public const string RequestIdReused = "REQUEST_ID_REUSED";
    public const string Conflict = "CONFLICT";
    public const string UnknownLog = "UNKNOWN_LOG";
    private const string Domain = "talent";
    private const string Trailer = "grpc-status-details-bin";

    public static RpcException Of(StatusCode code, string reason, string sentence, Exception? cause = null)
    {
        var status = new Status { Code = (int)code, Message = sentence };
        status.Details.Add(Any.Pack(InformationOf(reason)));
        var trailers = new Metadata { { Trailer, status.ToByteArray() } };
        return new RpcException(new Grpc.Core.Status(code, sentence, cause), trailers);
    }

    // The first field is called Type in Google.Api.CommonProtos 2.0 and Reason in later versions; on the wire it is the same.
    private static ErrorInfo InformationOf(string reason)
    {
        var information = new ErrorInfo { Domain = Domain };
        ErrorInfo.Descriptor.FindFieldByNumber(1).Accessor.SetValue(information, reason);
        return information;
    }
}
