// What runs, on what, in which order.
using Microsoft.Extensions.Configuration;
using Talent.AppHost;

var builder = DistributedApplication.CreateBuilder(args);
var demonstrates = DemonstrationSwitch.IsOn(builder);
var demonstrationSetting = demonstrates ? "true" : "false";

var broker = builder.AddRabbitMQ("broker").WithDataVolume();
var cache = builder.AddRedis("cache");
var postgres = builder.AddPostgres("postgres").WithDataVolume();

var roles = AddService<Projects.Talent_Roles>("roles");
var development = AddService<Projects.Talent_Development>("development");
var succession = AddService<Projects.Talent_Succession>("succession")
    .WithReference(cache).WaitFor(cache);

var portal = AddWithDatabase<Projects.Talent_Portal>("portal")
    .WithReference(broker).WaitFor(broker)
    .WithReference(cache).WaitFor(cache)
    .WithReference(roles).WaitFor(roles)
    .WithReference(development).WaitFor(development)
    .WithReference(succession).WaitFor(succession)
    .WithEnvironment("Talent__Demonstration", demonstrationSetting)
    .WithHttpHealthCheck("/health")
    .WithExternalHttpEndpoints();

// Who may sign in, and over which proxies, is set for this host and meant for the portal.
foreach (var setting in new[] { "SignIn:Authority", "SignIn:ClientId", "SignIn:ClientSecret", "SignIn:Administrator", "KnownProxies" })
{
    if (builder.ExecutionContext.IsRunMode && builder.Configuration[$"Talent:{setting}"] is { Length: > 0 } value)
        portal.WithEnvironment($"Talent__{setting.Replace(":", "__", StringComparison.Ordinal)}", value);
}

// Who checks tokens reads the keys of those who issue them, so each service knows where everybody publishes his.
IResourceBuilder<ProjectResource>[] services = [roles, development, succession];
foreach (var service in services)
{
    service.WithReference(portal.GetEndpoint("http"));
    foreach (var other in services)
    {
        if (other != service) service.WithReference(other);
    }
}

if (demonstrates)
{
    var demonstration = WithPorts(builder.AddProject<Projects.Talent_Demonstration>("demonstration"))
        .WithReference(roles).WaitFor(roles)
        .WithReference(development).WaitFor(development)
        .WithReference(succession).WaitFor(succession)
        .WithEnvironment("Talent__Demonstration", demonstrationSetting);
    foreach (var service in services)
        service.WithReference(demonstration.GetEndpoint("health"));
}

// The Development service follows what the portal reports of erasures.
development.WithReference(portal.GetEndpoint("grpc"));

builder.Build().Run();

IResourceBuilder<ProjectResource> AddService<TProject>(string name)
    where TProject : IProjectMetadata, new() =>
    AddWithDatabase<TProject>(name)
        .WithReference(broker).WaitFor(broker)
        .WithEnvironment("Talent__Demonstration", demonstrationSetting)
        .WithHttpHealthCheck("/health", endpointName: "health");

// The migration runs as owner of the database and makes the role that the service itself uses: rows only.
IResourceBuilder<ProjectResource> AddWithDatabase<TProject>(string name)
    where TProject : IProjectMetadata, new()
{
    var owner = postgres.AddDatabase($"{name}-owner", name);
    var password = builder.AddParameter(
        $"{name}-application-password", new GenerateParameterDefault { MinLength = 22, Special = false }, secret: true, persist: true);
    var migration = builder.AddProject<TProject>($"{name}-migration", options => { options.ExcludeLaunchProfile = true; options.ExcludeKestrelEndpoints = true; })
        .WithArgs("migrate")
        .WithReference(owner, $"{name}-db").WaitFor(owner)
        .WithEnvironment("Talent__ApplicationRole__Name", $"{name}_application")
        .WithEnvironment("Talent__ApplicationRole__Password", password);
    var server = postgres.Resource.PrimaryEndpoint;
    var database = builder.AddConnectionString($"{name}-db", ReferenceExpression.Create(
        $"Host={server.Property(EndpointProperty.Host)};Port={server.Property(EndpointProperty.Port)};Username={name}_application;Password={password};Database={name}"));
    return WithPorts(builder.AddProject<TProject>(name))
        .WithReference(database)
        .WaitForCompletion(migration);
}

// Beside another program on a port of our own: --Ports:portal:http=8080.
IResourceBuilder<ProjectResource> WithPorts(IResourceBuilder<ProjectResource> project)
{
    foreach (var chosen in builder.Configuration.GetSection($"Ports:{project.Resource.Name}").GetChildren())
        project.WithEndpoint(chosen.Key, endpoint => endpoint.Port = chosen.Get<int>(), createIfNotExists: false);
    return project;
}
