using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(args);

var web = builder.AddProject<Projects.Talent_Hosting_Sample>("web")
    .WithReplicas(2)
    .WithHttpHealthCheck("/health", endpointName: "health")
    .WithUrlForEndpoint("health", url => url.DisplayText = "Sample health");

// A program whose own children outlive it unless the host sees to them, one of them deaf to the polite request.
builder.AddExecutable("family", "/bin/sh", ".", "-c", "sleep 1000 & (trap '' TERM; while :; do sleep 1; done) & echo born; wait");

if (builder.Configuration.GetValue<bool>("Servers"))
{
    var broker = builder.AddRabbitMQ("broker");
    var cache = builder.AddRedis("cache");
    var database = builder.AddPostgres("postgres").AddDatabase("sample-db");
    builder.AddProject<Projects.Talent_Hosting_Sample>("client")
        .WithReference(broker).WaitFor(broker)
        .WithReference(cache).WaitFor(cache)
        .WithReference(database).WaitFor(database)
        .WithReference(web).WaitFor(web);
}

if (builder.Configuration.GetValue<bool>("Container"))
    builder.AddRedis("taken", port: builder.Configuration.GetValue<int>("Port"));

builder.Build().Run();
