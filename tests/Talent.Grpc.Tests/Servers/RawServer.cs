using System.Globalization;
using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Talent.Grpc.Tests.Servers;

/// <summary>Answers as bytes over plain HTTP/2, to answer what no gRPC server would.</summary>
public sealed class RawServer : IAsyncDisposable
{
    readonly WebApplication app;
    readonly GrpcChannel channel;

    RawServer(WebApplication app)
    {
        this.app = app;
        channel = GrpcChannel.ForAddress(app.Urls.Single());
        Client = new Echo.EchoClient(channel);
    }

    public Echo.EchoClient Client { get; }

    /// <summary>A server that gives every request the same answer.</summary>
    public static async Task<RawServer> Start(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var built = builder.Build();
        built.Run(answer);
        await built.StartAsync();
        return new RawServer(built);
    }

    /// <summary>A gRPC answer with any bytes as its messages and any text as its status; null for none.</summary>
    public static Task<RawServer> Start(byte[] body, string? status = "0", string? encoding = null) => Start(async http =>
    {
        http.Response.ContentType = "application/grpc";
        if (encoding is not null)
            http.Response.Headers["grpc-encoding"] = encoding;
        await http.Response.Body.WriteAsync(body);
        if (status is not null)
            http.Response.AppendTrailer("grpc-status", status);
    });

    /// <summary>The code a unary call fails with; the call has twenty seconds.</summary>
    public async Task<StatusCode> FailUnary()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await Client.UnaryAsync(new EchoRequest(), cancellationToken: limit.Token));
        Assert.False(limit.IsCancellationRequested, "The call hung.");
        return failure.StatusCode;
    }

    public static string Text(StatusCode code) => ((int)code).ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await app.DisposeAsync();
    }
}
