using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>What the three servers share about their volumes.</summary>
internal static class DataVolume
{
    public static IResourceBuilder<T> Set<T>(IResourceBuilder<T> builder, string? name, bool isReadOnly) where T : ContainerResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (isReadOnly)
            throw new NotSupportedException($"{builder.Resource.Name} cannot run on a read-only volume.");
        var volumes = ((DistributedApplicationBuilder)builder.ApplicationBuilder).Volumes;
        builder.Resource.Volume = name ?? volumes.NameOf(builder.Resource.Name);
        return builder;
    }
}
