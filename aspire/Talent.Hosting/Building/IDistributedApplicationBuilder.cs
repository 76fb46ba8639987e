using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>An application under construction.</summary>
public interface IDistributedApplicationBuilder
{
    /// <summary>Settings of the AppHost: its appsettings files, the environment, the command line.</summary>
    ConfigurationManager Configuration { get; }

    /// <summary>The folder of the AppHost project; relative paths of the model start there.</summary>
    string AppHostDirectory { get; }

    /// <summary>Whether the application runs or is published.</summary>
    DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <summary>Adds a resource to the application.</summary>
    /// <exception cref="DistributedApplicationException">Another resource has the same name, in whatever case.</exception>
    IResourceBuilder<T> AddResource<T>(T resource) where T : IResource;

    /// <summary>The application, ready to run.</summary>
    DistributedApplication Build();
}
