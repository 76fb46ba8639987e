using Google.Protobuf;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Talent.Benchmarks.Calls;

/// <summary>Our unary echo, client and server, beside the same exchange on plain HTTP/2.</summary>
static class CallBenchmark
{
    const int InFlight = 32;
    const int Bytes = 200;
    const string FloorPath = "/echo/unary";

    public static async Task Run()
    {
        var payload = new byte[Bytes];
        new Random(1).NextBytes(payload);

        await using var ourServer = await LoopbackServer.Start(
            services => services.AddGrpc(), app => app.MapGrpcService<EchoService>());
        using var channel = GrpcChannel.ForAddress(
            ourServer.Urls.Single(), new GrpcChannelOptions { HttpHandler = LoopbackServer.NewHandler(), DisposeHttpClient = true });
        var client = new Echo.EchoClient(channel);
        var request = new Payload { Value = ByteString.CopyFrom(payload) };

        await using var floorServer = await LoopbackServer.Start(_ => { }, app => app.MapPost(FloorPath, (RequestDelegate)Floor.Serve));
        using var plain = new HttpClient(LoopbackServer.NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        var floor = new Floor(plain, new Uri(floorServer.Urls.Single() + FloorPath), payload);

        await new AlternatingRounds(InFlight).Compare(
            "grpc",
            new Side("gRPC unary echo", async () =>
            {
                var reply = await client.UnaryAsync(request);
                if (reply.Value.Length != Bytes)
                    throw new InvalidOperationException("The service did not echo.");
            }),
            new Side("plain HTTP/2 echo", floor.Call));
    }
}
