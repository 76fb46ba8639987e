using Grpc.Core;

namespace Grpc.Wire;

/// <summary>The statuses of frames that break a rule of the protocol.</summary>
static class WireStatus
{
    public static readonly Status ReceivedTooLarge =
        new(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size.");

    public static readonly Status SentTooLarge =
        new(StatusCode.ResourceExhausted, "Sending message exceeds the maximum configured message size.");

    public static readonly Status Incomplete = new(StatusCode.Internal, "Incomplete message.");

    /// <summary>No message where exactly one is due.</summary>
    public static readonly Status Missing =
        new(StatusCode.Unimplemented, "No message received where exactly one is due.");

    /// <summary>More than one message where exactly one is due.</summary>
    public static readonly Status AdditionalData =
        new(StatusCode.Unimplemented, "Additional data after the message received.");

    public static readonly Status BadFlag =
        new(StatusCode.Internal, "Unexpected compressed flag value in message header.");

    public static readonly Status NoEncoding =
        new(StatusCode.Internal, "Request did not include grpc-encoding value with compressed message.");

    public static readonly Status IdentityEncoding =
        new(StatusCode.Internal, "Request sent 'identity' grpc-encoding value with compressed message.");

    public static Status UnknownEncoding(string encoding) => new(
        StatusCode.Unimplemented,
        $"Unsupported grpc-encoding value '{encoding}'. Supported encodings: identity, gzip");
}
