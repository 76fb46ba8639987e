using System.Net.Sockets;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server;

/// <summary>What the method sees of the call.</summary>
sealed partial class ServerCall
{
    Metadata? requestHeaders;
    AuthContext? authContext;

    Metadata? ResponseTrailersOrNull { get; set; }

    protected override string MethodCore => method.FullName;

    protected override string HostCore => Http.Request.Host.Value ?? "";

    protected override string PeerCore
    {
        get
        {
            if (Http.Connection.RemoteIpAddress is not { } address)
                return "unknown";
            return address.AddressFamily == AddressFamily.InterNetworkV6
                ? $"ipv6:[{address}]:{Http.Connection.RemotePort}"
                : $"ipv4:{address}:{Http.Connection.RemotePort}";
        }
    }

    protected override DateTime DeadlineCore => deadline?.At ?? DateTime.MaxValue;

    protected override CancellationToken CancellationTokenCore => deadline?.Token ?? Http.RequestAborted;

    protected override Metadata ResponseTrailersCore => ResponseTrailersOrNull ??= [];

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore => authContext ??= new(null, []);

    protected override IDictionary<object, object> UserStateCore => Http.Items!;

    protected override Metadata RequestHeadersCore => requestHeaders ??= ReadHeaders();

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        throw new NotSupportedException("This server makes no propagation tokens.");

    protected override async Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        if (Http.Response.HasStarted || wrote)
            throw new InvalidOperationException("Response headers can only be sent once per call.");
        EnterGate("Can't write the headers because a write is in progress.");
        try
        {
            foreach (var entry in responseHeaders)
                AddResponseHeader(entry);
            await Http.Response.BodyWriter.FlushAsync(CancellationTokenCore);
        }
        finally
        {
            gate.Leave();
        }
    }

    void AddResponseHeader(Metadata.Entry entry)
    {
        if (!string.Equals(entry.Key, Protocol.CompressionRequest, StringComparison.Ordinal))
            StatusHeaders.Append(Http.Response.Headers, entry);
        else if (string.Equals(entry.Value, Protocol.Gzip, StringComparison.Ordinal) && AcceptsGzip)
            Http.Response.Headers.GrpcEncoding = Protocol.Gzip;
    }

    Metadata ReadHeaders()
    {
        var headers = new Metadata();
        foreach (var (name, values) in Http.Request.Headers)
        {
            foreach (var value in values)
                WireMetadata.AddReceived(headers, name, value ?? "");
        }

        return headers;
    }
}
