using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>What holds for every call of a channel.</summary>
public sealed class GrpcChannelOptions
{
    /// <summary>How the channel is secured; null, the default, for what the address says.</summary>
    public ChannelCredentials? Credentials { get; set; }

    /// <summary>What sends the requests; null, the default, for a handler of the channel's own.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>What sends the requests, instead of a handler.</summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>Whether the channel disposes the handler or client it was given.</summary>
    public bool DisposeHttpClient { get; set; }

    /// <summary>Largest response in bytes, after decompression; null for no limit. 4 MiB by default.</summary>
    public int? MaxReceiveMessageSize { get; set; } = Protocol.DefaultMaxReceiveMessageSize;

    /// <summary>Largest request in bytes, before compression; null, the default, for no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>Whether cancellation and deadlines throw <see cref="OperationCanceledException"/> instead of a status.</summary>
    public bool ThrowOperationCanceledOnCancellation { get; set; }

    /// <summary>Whether call credentials are sent in cleartext too. Only inside a trusted network.</summary>
    public bool UnsafeUseInsecureChannelCallCredentials { get; set; }

    /// <summary>The services of the application, from which the channel takes its clock.</summary>
    public IServiceProvider? ServiceProvider { get; set; }
}
