using Grpc.HealthCheck;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Talent.Grpc.Tests.Servers;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Talent.Grpc.Tests.Peers;

/// <summary>One run of a peer's client against our server: what it found, by case.</summary>
public sealed class ForeignClient<TPeer> : IAsyncLifetime
    where TPeer : Peer, new()
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    IReadOnlyList<string> lines = [];
    string errors = "";

    public async ValueTask InitializeAsync()
    {
        var health = new HealthServiceImpl();
        health.SetStatus("", ServingStatus.Serving);
        await using var server = await EchoServer.Start(
            _ => { },
            services => services.AddSingleton(health),
            app => app.MapGrpcService<HealthServiceImpl>());
        await using var client = await new TPeer().StartClient(new Uri(server.Address).Authority);
        lines = await client.ReadToEnd(Limit);
        errors = client.Errors;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void AssertOk(string name) => Assert.True(
        lines.Contains($"ok {name}", StringComparer.Ordinal),
        lines.FirstOrDefault(line => line.StartsWith($"failed {name}:", StringComparison.Ordinal)) ??
        $"The peer did not come to {name}. {string.Join('\n', lines)} {errors}");
}
