using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <content>What starts before what, and what belongs to what.</content>
public static partial class ResourceBuilderExtensions
{
    /// <summary>Starts the resource only when the other one runs and is healthy; never, when the other one fails.</summary>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport =>
        Wait(builder, dependency, exitCode: null);

    /// <summary>Starts the resource only when the other one has ended with <paramref name="exitCode"/>; never, if it ends otherwise.</summary>
    public static IResourceBuilder<T> WaitForCompletion<T>(
        this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, int exitCode = 0)
        where T : IResourceWithWaitSupport =>
        Wait(builder, dependency, exitCode);

    /// <summary>Groups the resource under another one in Aspire's dashboard; the log of this host has no groups.</summary>
    public static IResourceBuilder<T> WithParentRelationship<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> parent)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(parent);
        return builder;
    }

    private static IResourceBuilder<T> Wait<T>(IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, int? exitCode)
        where T : IResourceWithWaitSupport
    {
        ArgumentNullException.ThrowIfNull(dependency);
        if (ReferenceEquals(builder.Model(), dependency.Resource))
            throw new DistributedApplicationException($"The '{builder.Resource.Name}' resource cannot wait for itself.");
        builder.Model().Waits.Add(new ResourceWait(dependency.Resource, exitCode));
        return builder;
    }
}
