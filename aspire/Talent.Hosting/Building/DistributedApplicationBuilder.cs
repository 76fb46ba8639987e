using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>Collects the resources of AppHost.cs.</summary>
internal sealed class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly List<Resource> _resources = [];

    public DistributedApplicationBuilder(string[] args)
    {
        AppHostDirectory = Assembly.GetEntryAssembly()?.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(each => each.Key is "apphostprojectpath")?.Value ?? Directory.GetCurrentDirectory();
        Configuration
            .SetBasePath(AppHostDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile($"appsettings.{EnvironmentName}.json", optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine(args);
        var publishes = Configuration["publisher"] is not null
            || "publish".Equals(Configuration["operation"], StringComparison.OrdinalIgnoreCase);
        ExecutionContext = new DistributedApplicationExecutionContext(publishes);
        HostRoot = Configuration["HostFolder"] ?? HostFolder.Default;
        Volumes = new VolumeFolder(HostRoot, AppHostDirectory);
    }

    public ConfigurationManager Configuration { get; } = new();

    public string AppHostDirectory { get; }

    public DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <summary>Where volumes and the records of runs are kept.</summary>
    public string HostRoot { get; }

    public VolumeFolder Volumes { get; }

    public IReadOnlyList<Resource> Resources => _resources;

    /// <summary>Where the merged log goes.</summary>
    public TextWriter Output { get; set; } = Console.Out;

    private static string EnvironmentName =>
        Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
        ?? "Production";

    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (_resources.Exists(each => each.Name.Equals(resource.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new DistributedApplicationException(
                $"Cannot add resource of type '{resource.GetType()}' with name '{resource.Name}': another resource has that name already.");
        }
        _resources.Add(resource.Model());
        return new ResourceBuilder<T>(this, resource);
    }

    public DistributedApplication Build() => new(this);

    private sealed record ResourceBuilder<T>(IDistributedApplicationBuilder ApplicationBuilder, T Resource) : IResourceBuilder<T>
        where T : IResource;
}
