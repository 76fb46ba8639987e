using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Talent.Grpc.Tests.Servers;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Talent.Grpc.Tests.Behaviour;

/// <summary>The health protocol, from set statuses and from the application's health checks.</summary>
public sealed class HealthTests
{
    readonly HealthServiceImpl set = new();

    [Fact]
    public async Task Check_ServiceThatWasSet_AnswersIt()
    {
        await using var server = await WithSetStatus();
        set.SetStatus("one", ServingStatus.NotServing);
        Assert.Equal(ServingStatus.NotServing, await Check(server, "one"));
    }

    [Fact]
    public async Task Check_UnknownService_IsNotFound()
    {
        await using var server = await WithSetStatus();
        var failure = await Assert.ThrowsAsync<RpcException>(() => Check(server, "none"));
        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
    }

    [Fact]
    public async Task Check_ServiceThatWasCleared_IsNotFound()
    {
        await using var server = await WithSetStatus();
        set.SetStatus("one", ServingStatus.Serving);
        set.ClearAll();
        var failure = await Assert.ThrowsAsync<RpcException>(() => Check(server, "one"));
        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
    }

    [Fact]
    public async Task Watch_StatusChanges_TellsEachChangeAndTheStart()
    {
        await using var server = await WithSetStatus();
        using var watch = Client(server).Watch(new HealthCheckRequest { Service = "one" });
        var told = new List<ServingStatus> { await Next(watch) };
        set.SetStatus("one", ServingStatus.Serving);
        told.Add(await Next(watch));
        set.SetStatus("one", ServingStatus.NotServing);
        told.Add(await Next(watch));
        set.ClearStatus("one");
        told.Add(await Next(watch));
        Assert.Equal([ServingStatus.ServiceUnknown, ServingStatus.Serving, ServingStatus.NotServing, ServingStatus.ServiceUnknown], told);
    }

    [Theory]
    [InlineData(HealthStatus.Healthy, ServingStatus.Serving)]
    [InlineData(HealthStatus.Degraded, ServingStatus.Serving)]
    [InlineData(HealthStatus.Unhealthy, ServingStatus.NotServing)]
    public async Task Check_OfTheApplication_AnswersItsHealthChecks(HealthStatus found, ServingStatus expected)
    {
        await using var server = await WithChecks(services =>
            services.AddGrpcHealthChecks().AddCheck("check", () => new HealthCheckResult(found)));
        Assert.Equal(expected, await Check(server, ""));
    }

    [Fact]
    public async Task Check_OfAMappedService_AsksOnlyItsChecks()
    {
        await using var server = await WithChecks(services => services
            .AddGrpcHealthChecks(options => options.Services.Map("one", check => check.Tags.Contains("one")))
            .AddCheck("good", () => HealthCheckResult.Healthy(), ["one"])
            .AddCheck("bad", () => HealthCheckResult.Unhealthy(), ["two"]));
        Assert.Equal(ServingStatus.Serving, await Check(server, "one"));
        Assert.Equal(ServingStatus.NotServing, await Check(server, ""));
    }

    [Fact]
    public async Task Check_OfAServiceThatIsNotMapped_IsNotFound()
    {
        await using var server = await WithChecks(services => services.AddGrpcHealthChecks());
        var failure = await Assert.ThrowsAsync<RpcException>(() => Check(server, "none"));
        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
    }

    [Fact]
    public async Task Watch_OfTheApplication_BeginsWithAFreshAnswer()
    {
        await using var server = await WithChecks(services =>
            services.AddGrpcHealthChecks().AddCheck("check", () => HealthCheckResult.Unhealthy()));
        using var watch = Client(server).Watch(new HealthCheckRequest());
        Assert.Equal(ServingStatus.NotServing, await Next(watch));
    }

    static Health.HealthClient Client(EchoServer server) => new(GrpcChannel.ForAddress(server.Address));

    static async Task<ServingStatus> Check(EchoServer server, string service) =>
        (await Client(server).CheckAsync(new HealthCheckRequest { Service = service })).Status;

    static async Task<ServingStatus> Next(AsyncServerStreamingCall<HealthCheckResponse> watch)
    {
        Assert.True(await watch.ResponseStream.MoveNext());
        return watch.ResponseStream.Current.Status;
    }

    static Task<EchoServer> WithChecks(Action<IServiceCollection> add) =>
        EchoServer.Start(_ => { }, add, app => app.MapGrpcHealthChecksService());

    Task<EchoServer> WithSetStatus() =>
        EchoServer.Start(_ => { }, services => services.AddSingleton(set), app => app.MapGrpcService<HealthServiceImpl>());
}
