using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Redis servers.</summary>
public static class RedisBuilderExtensions
{
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(60);

    /// <summary>Adds a server.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The name of the resource.</param>
    /// <param name="port">The port; without it a free one.</param>
    /// <param name="password">The password; without it a generated one.</param>
    public static IResourceBuilder<RedisResource> AddRedis(
        this IDistributedApplicationBuilder builder, string name, int? port = null, IResourceBuilder<ParameterResource>? password = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        RedisResource? server = null;
        var secret = password?.Resource ?? ParameterResourceBuilderExtensions.Password(builder, name, () => server?.Volume);
        server = new RedisResource(name, secret, port);
        return builder.AddResource(server);
    }

    /// <summary>Keeps the data, and the generated password, from run to run.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="name">The name of the volume; without it one made of the AppHost and the resource.</param>
    /// <param name="isReadOnly">Not possible for a running server.</param>
    public static IResourceBuilder<RedisResource> WithDataVolume(
        this IResourceBuilder<RedisResource> builder, string? name = null, bool isReadOnly = false)
    {
        DataVolume.Set(builder, name, isReadOnly);
        return builder.Resource.Persistence is null ? builder.WithPersistence() : builder;
    }

    /// <summary>Writes the data to the disk from time to time.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="interval">How often; 60 seconds without it.</param>
    /// <param name="keysChangedThreshold">The number of changes that makes it worth while.</param>
    public static IResourceBuilder<RedisResource> WithPersistence(
        this IResourceBuilder<RedisResource> builder, TimeSpan? interval = null, long keysChangedThreshold = 1)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Resource.Persistence = (interval ?? DefaultInterval, keysChangedThreshold);
        return builder;
    }
}
