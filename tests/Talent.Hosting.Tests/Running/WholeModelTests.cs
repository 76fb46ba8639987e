using System.Net.Http.Json;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests;

/// <summary>A model like Talent's own: servers, migrations as the owner, services as application roles, a portal in replicas.</summary>
public sealed class WholeModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_MigrationsThenServicesThenPortal_EveryOneGetsItsOwnConnections()
    {
        var builder = TestBuilder.Create(_folder.Path);
        Describe(builder);
        await using var application = await RunningApplication.StartAsync(builder);
        Assert.Null(await application.ReadyAsync("portal"));
        foreach (var service in new[] { "roles", "development", "succession" })
        {
            var migrated = await application.LineAsync($"{service}-migrate", "| migrated");
            Assert.Contains("migrated Host=localhost;Port=", migrated, StringComparison.Ordinal);
            Assert.Contains("Username=postgres;", migrated, StringComparison.Ordinal);
            Assert.EndsWith($";Database={service}", migrated, StringComparison.Ordinal);
        }
        using var client = new HttpClient();
        var roles = await EnvironmentAsync("roles");
        Assert.Contains("Username=roles_application;", roles["ConnectionStrings__roles-db"], StringComparison.Ordinal);
        Assert.StartsWith("amqp://guest:", roles["ConnectionStrings__broker"], StringComparison.Ordinal);
        var portal = await EnvironmentAsync("portal");
        Assert.Equal(application.Address("roles", "grpc").ToString().TrimEnd('/'), portal["services__roles__grpc__0"]);
        Assert.StartsWith("localhost:", portal["ConnectionStrings__cache"], StringComparison.Ordinal);
        Assert.Equal(2, application.ProcessesOf("portal").Count);

        async Task<Dictionary<string, string>> EnvironmentAsync(string name) =>
            (await client.GetFromJsonAsync<Dictionary<string, string>>(new Uri(application.Address(name, "health"), "/environment")))!;
    }

    private static void Describe(DistributedApplicationBuilder builder)
    {
        var postgres = builder.AddPostgres("postgres");
        var broker = builder.AddRabbitMQ("broker");
        var cache = builder.AddRedis("cache");

        var roles = AddService(builder, postgres, broker, "roles");
        var development = AddService(builder, postgres, broker, "development");
        var succession = AddService(builder, postgres, broker, "succession")
            .WithReference(cache).WaitFor(cache)
            .WithReference(roles).WithReference(development);

        var portalDatabase = postgres.AddDatabase("portal-db", "portal");
        builder.AddSample("portal")
            .WithReplicas(2)
            .WithExternalHttpEndpoints()
            .WithUrlForEndpoint("health", url => url.DisplayText = "Talent")
            .WithReference(portalDatabase).WaitFor(portalDatabase)
            .WithReference(cache).WaitFor(cache)
            .WithReference(roles).WaitFor(roles)
            .WithReference(development).WaitFor(development)
            .WithReference(succession).WaitFor(succession);
    }

    private static IResourceBuilder<ProjectResource> AddService(
        DistributedApplicationBuilder builder,
        IResourceBuilder<PostgresServerResource> postgres,
        IResourceBuilder<RabbitMQServerResource> broker,
        string name)
    {
        var owner = postgres.AddDatabase($"{name}-owner", name);
        var server = postgres.Resource.PrimaryEndpoint;
        var password = builder.AddParameter(
            $"{name}-application-password", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true);
        var host = server.Property(EndpointProperty.Host);
        var port = server.Property(EndpointProperty.Port);
        var role = $"{name}_application";
        var application = builder.AddConnectionString(
            $"{name}-db",
            ReferenceExpression.Create($"Host={host};Port={port};Username={role};Password={password};Database={name}"));

        // The same project, once to migrate: it listens on nothing, so its endpoints are left out.
        var migration = builder
            .AddProject($"{name}-migrate", SampleProject.Path, options =>
            {
                options.ExcludeKestrelEndpoints = true;
                options.ExcludeLaunchProfile = true;
            })
            .WithArgs("migrate")
            .WithReference(owner, "owner").WaitFor(owner)
            .WithEnvironment("Application__Password", password);
        var service = builder.AddSample(name)
            .WithReference(application)
            .WithReference(broker).WaitFor(broker)
            .WaitForCompletion(migration);
        migration.WithParentRelationship(service);
        return service;
    }
}
