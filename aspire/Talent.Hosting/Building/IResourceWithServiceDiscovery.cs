using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>A resource whose endpoints other resources find by its name.</summary>
public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;
