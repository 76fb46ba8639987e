using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Talent.Messaging.Commands;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Tests.Sample;

/// <summary>A running sample service on one of the databases.</summary>
public sealed class SampleService : IAsyncDisposable
{
    private readonly IHost _host;

    private SampleService(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public SampleCommands Commands => Services.GetRequiredService<SampleCommands>();

    public CommandRunner<SampleContext> Runner => Services.GetRequiredService<CommandRunner<SampleContext>>();

    public ServiceStorage<SampleContext> Storage => Services.GetRequiredService<ServiceStorage<SampleContext>>();

    public static async Task<SampleService> StartAsync(string name, IReadOnlyDictionary<string, string?> settings, TimeProvider? time = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings);
        if (time is not null)
            builder.Services.AddSingleton(time);
        builder.AddServiceStorage<SampleContext>(name);
        builder.Services.AddSingleton<SampleCommands>();
        var host = builder.Build();
        if (settings.ContainsKey($"ConnectionStrings:{name}-db"))
            await host.RunOrMigrateAsync(["migrate"]);
        await host.StartAsync();
        return new SampleService(host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
