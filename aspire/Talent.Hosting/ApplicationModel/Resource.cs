using Aspire.Hosting.Running;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The base of every resource: its name and what the fluent methods have noted down for its start.</summary>
public abstract class Resource : IResource
{
    /// <summary>A resource called <paramref name="name"/>.</summary>
    /// <exception cref="ArgumentException">The name breaks the rules of <see cref="IResource.Name"/>.</exception>
    protected Resource(string name) => Name = ResourceName.Checked(name);

    /// <inheritdoc />
    public virtual string Name { get; }

    internal List<Func<EnvironmentCallbackContext, Task>> EnvironmentCallbacks { get; } = [];

    internal List<object> Arguments { get; } = [];

    internal List<EndpointAnnotation> Endpoints { get; } = [];

    internal List<ResourceWait> Waits { get; } = [];

    internal List<HttpHealthCheck> HealthChecks { get; } = [];

    internal List<EndpointUrl> Urls { get; } = [];

    internal ResourceProgress Progress { get; } = new();
}
