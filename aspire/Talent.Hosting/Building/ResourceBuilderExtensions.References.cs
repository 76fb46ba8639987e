using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <content>Telling one resource how to reach another.</content>
public static partial class ResourceBuilderExtensions
{
    /// <summary>Gives the addresses of all endpoints: <c>services__name__endpoint__0</c> and <c>NAME_ENDPOINT</c>.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(source);
        return builder.WithEnvironment(context =>
        {
            foreach (var endpoint in source.Resource.Model().Endpoints)
                Inject(context, new EndpointReference(source.Resource, endpoint.Name));
        });
    }

    /// <summary>Gives the address of one endpoint.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, EndpointReference endpointReference)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(endpointReference);
        return builder.WithEnvironment(context => Inject(context, endpointReference));
    }

    /// <summary>Gives the connection string, as <c>ConnectionStrings__name</c>, and its parts, as <c>NAME_HOST</c> and so on.</summary>
    /// <typeparam name="TDestination">The kind of the resource that is told.</typeparam>
    /// <param name="builder">The resource that is told.</param>
    /// <param name="source">The resource to reach.</param>
    /// <param name="connectionName">The name to tell it under; without it the name of <paramref name="source"/>.</param>
    /// <param name="optional">Whether a connection string without a value is left out instead of stopping the start.</param>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<IResourceWithConnectionString> source,
        string? connectionName = null,
        bool optional = false)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(source);
        var resource = source.Resource;
        var name = connectionName ?? resource.Name;
        return builder.WithEnvironment(async context =>
        {
            if (optional && !await HasValueAsync(resource))
                return;
            var variable = resource.ConnectionStringEnvironmentVariable ?? $"ConnectionStrings__{name}";
            context.EnvironmentVariables[variable] = resource;
            foreach (var (part, value) in resource.GetConnectionProperties())
                context.EnvironmentVariables[$"{ResourceName.AsVariable(name)}_{part.ToUpperInvariant()}"] = value;
        });
    }

    private static void Inject(EnvironmentCallbackContext context, EndpointReference endpoint)
    {
        var resource = endpoint.Resource.Name;
        var name = endpoint.EndpointName;
        var key = name is "http" or "https" ? endpoint.Scheme : name;
        context.EnvironmentVariables[$"{ResourceName.AsVariable(resource)}_{ResourceName.AsVariable(name)}"] = endpoint;
        context.EnvironmentVariables[$"services__{resource}__{key}__0"] = endpoint;
    }

    private static async Task<bool> HasValueAsync(IResourceWithConnectionString resource)
    {
        try
        {
            return await resource.GetConnectionStringAsync() is { Length: > 0 };
        }
        catch (DistributedApplicationException)
        {
            return false; // the caller said that it may be absent
        }
    }
}
