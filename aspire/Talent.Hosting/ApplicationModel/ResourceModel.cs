namespace Aspire.Hosting.ApplicationModel;

/// <summary>From the interfaces of the fluent methods to what a resource has noted down.</summary>
internal static class ResourceModel
{
    public static Resource Model(this IResource resource) => resource as Resource
        ?? throw new NotSupportedException($"{resource.GetType().Name} is not a resource of this host.");

    public static Resource Model<T>(this IResourceBuilder<T> builder) where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Resource.Model();
    }
}
