using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <content>Endpoints, their addresses and their health.</content>
public static partial class ResourceBuilderExtensions
{
    /// <summary>Adds an endpoint for HTTP.</summary>
    /// <typeparam name="T">The kind of the resource.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="port">The port that others connect to; without it a free one.</param>
    /// <param name="targetPort">The port that the process listens on; without it the host chooses.</param>
    /// <param name="name">The name of the endpoint; without it <c>http</c>.</param>
    /// <param name="env">The variable that tells the process its port.</param>
    /// <param name="isProxied">Whether a listener of the host may stand in front.</param>
    public static IResourceBuilder<T> WithHttpEndpoint<T>(
        this IResourceBuilder<T> builder,
        int? port = null,
        int? targetPort = null,
        string? name = null,
        string? env = null,
        bool? isProxied = null)
        where T : IResourceWithEndpoints =>
        builder.WithEndpoint(port, targetPort, "http", name, env, isProxied);

    /// <summary>Adds an endpoint.</summary>
    /// <typeparam name="T">The kind of the resource.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="port">The port that others connect to; without it a free one.</param>
    /// <param name="targetPort">The port that the process listens on; without it the host chooses.</param>
    /// <param name="scheme">The scheme of its addresses; without it <c>tcp</c>.</param>
    /// <param name="name">The name of the endpoint; without it the scheme.</param>
    /// <param name="env">The variable that tells the process its port.</param>
    /// <param name="isProxied">Whether a listener of the host may stand in front.</param>
    /// <param name="isExternal">Whether it is meant for callers outside the application.</param>
    /// <param name="protocol">TCP; nothing else is supported.</param>
    /// <exception cref="DistributedApplicationException">The resource has an endpoint of that name.</exception>
    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder,
        int? port = null,
        int? targetPort = null,
        string? scheme = null,
        string? name = null,
        string? env = null,
        bool? isProxied = null,
        bool? isExternal = null,
        ProtocolType? protocol = null)
        where T : IResourceWithEndpoints
    {
        if (protocol is not (null or ProtocolType.Tcp))
            throw new NotSupportedException($"{builder.Resource.Name}: only TCP endpoints are supported.");
        var resource = builder.Model();
        var used = scheme ?? "tcp";
        var endpoint = new EndpointAnnotation(name ?? used, used)
        {
            Port = port,
            TargetPort = targetPort,
            IsProxied = isProxied ?? true,
            IsExternal = isExternal ?? false,
            PortVariable = env,
        };
        if (resource.Endpoints.Exists(each => each.Name.Equals(endpoint.Name, StringComparison.OrdinalIgnoreCase)))
            throw new DistributedApplicationException($"Endpoint with name '{endpoint.Name}' already exists on {resource.Name}.");
        resource.Endpoints.Add(endpoint);
        return builder;
    }

    /// <summary>Changes an endpoint, or adds one of that name.</summary>
    /// <typeparam name="T">The kind of the resource.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="endpointName">The name of the endpoint.</param>
    /// <param name="callback">Changes it.</param>
    /// <param name="createIfNotExists">Whether one is added where there is none; otherwise nothing happens then.</param>
    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder, string endpointName, Action<EndpointAnnotation> callback, bool createIfNotExists = true)
        where T : IResourceWithEndpoints
    {
        ArgumentException.ThrowIfNullOrEmpty(endpointName);
        ArgumentNullException.ThrowIfNull(callback);
        var endpoints = builder.Model().Endpoints;
        var endpoint = endpoints.Find(each => each.Name.Equals(endpointName, StringComparison.OrdinalIgnoreCase));
        if (endpoint is null)
        {
            if (!createIfNotExists)
                return builder;
            endpoint = new EndpointAnnotation(endpointName, "tcp");
            endpoints.Add(endpoint);
        }
        callback(endpoint);
        return builder;
    }

    /// <summary>Marks the HTTP endpoints as meant for callers outside the application.</summary>
    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder) where T : IResourceWithEndpoints
    {
        foreach (var endpoint in builder.Model().Endpoints.Where(each => each.UriScheme is "http" or "https"))
            endpoint.IsExternal = true;
        return builder;
    }

    /// <summary>Refers to an endpoint, which may be added later.</summary>
    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name) where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        return new EndpointReference(builder.Resource, name);
    }

    /// <summary>Counts the resource as healthy only once a GET is answered with a certain status.</summary>
    /// <typeparam name="T">The kind of the resource.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="path">The path to ask for; without it <c>/</c>.</param>
    /// <param name="statusCode">The expected status; without it 200.</param>
    /// <param name="endpointName">The endpoint to ask; without it <c>https</c> or <c>http</c>.</param>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints
    {
        builder.Model().HealthChecks.Add(new HttpHealthCheck(endpointName, path ?? "/", statusCode ?? 200));
        return builder;
    }

    /// <summary>Changes how the address of an endpoint is shown.</summary>
    public static IResourceBuilder<T> WithUrlForEndpoint<T>(
        this IResourceBuilder<T> builder, string endpointName, Action<ResourceUrlAnnotation> callback)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(callback);
        builder.Model().Urls.Add(new EndpointUrl(endpointName, callback));
        return builder;
    }
}
