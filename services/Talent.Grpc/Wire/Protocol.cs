using Grpc.Core;

namespace Grpc.Wire;

/// <summary>The names of gRPC over HTTP/2 (grpc/doc/PROTOCOL-HTTP2.md).</summary>
static class Protocol
{
    public const string ContentType = "application/grpc";
    public const string Status = "grpc-status";
    public const string Message = "grpc-message";
    public const string Timeout = "grpc-timeout";
    public const string Encoding = "grpc-encoding";
    public const string AcceptEncoding = "grpc-accept-encoding";
    public const string Gzip = "gzip";
    public const string Identity = "identity";
    public const string AcceptedEncodings = "identity,gzip";

    /// <summary>The metadata by which a caller of the API asks for compression; it never leaves the process.</summary>
    public const string CompressionRequest = "grpc-internal-encoding-request";

    /// <summary>Size of the flag and the length before each message.</summary>
    public const int PrefixLength = 5;

    /// <summary>The limit on received messages that holds unless another is set: 4 MiB.</summary>
    public const int DefaultMaxReceiveMessageSize = 4 << 20;

    /// <summary>No timer runs longer; a deadline beyond it has none.</summary>
    public static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

    public static bool IsGrpc(string? contentType) =>
        contentType is not null &&
        contentType.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) &&
        (contentType.Length == ContentType.Length || contentType[ContentType.Length] is ';' or '+');

    /// <summary>The status for an HTTP answer that has none of its own (grpc/doc/http-grpc-status-mapping.md).</summary>
    public static StatusCode FromHttpStatus(int status) => status switch
    {
        400 or 431 => StatusCode.Internal,
        401 => StatusCode.Unauthenticated,
        403 => StatusCode.PermissionDenied,
        404 => StatusCode.Unimplemented,
        429 or 502 or 503 or 504 => StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };

    /// <summary>The status for an HTTP/2 stream that was reset (PROTOCOL-HTTP2.md, "Errors").</summary>
    public static StatusCode FromHttp2Error(long error) => error switch
    {
        7 => StatusCode.Unavailable,
        8 => StatusCode.Cancelled,
        11 => StatusCode.ResourceExhausted,
        12 => StatusCode.PermissionDenied,
        _ => StatusCode.Internal,
    };
}
