namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource under construction: what the fluent methods of AppHost.cs extend.</summary>
/// <typeparam name="T">The kind of the resource.</typeparam>
public interface IResourceBuilder<out T> where T : IResource
{
    /// <summary>The application the resource belongs to.</summary>
    IDistributedApplicationBuilder ApplicationBuilder { get; }

    /// <summary>The resource itself.</summary>
    T Resource { get; }
}
