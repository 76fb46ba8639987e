using Grpc.Wire;

namespace Grpc.AspNetCore.Server;

/// <summary>What holds for every service of a server.</summary>
public class GrpcServiceOptions
{
    /// <summary>Largest request in bytes, after decompression; null for no limit. 4 MiB by default.</summary>
    public int? MaxReceiveMessageSize { get; set; } = Protocol.DefaultMaxReceiveMessageSize;

    /// <summary>Largest response in bytes, before compression; null, the default, for no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>Whether a caller is told the message of an unexpected exception. Not by default.</summary>
    public bool? EnableDetailedErrors { get; set; }

    /// <summary><c>gzip</c> to compress responses for callers that accept it; null, the default, for none.</summary>
    public string? ResponseCompressionAlgorithm { get; set; }

    /// <summary>The interceptors, in the order they see a call.</summary>
    public InterceptorCollection Interceptors { get; } = [];
}
