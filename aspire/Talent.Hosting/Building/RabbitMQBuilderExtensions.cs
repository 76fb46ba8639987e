using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>RabbitMQ brokers.</summary>
public static class RabbitMQBuilderExtensions
{
    /// <summary>Adds a broker.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The name of the resource.</param>
    /// <param name="userName">The user; without it <c>guest</c>.</param>
    /// <param name="password">The password; without it a generated one.</param>
    /// <param name="port">The port; without it a free one.</param>
    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        RabbitMQServerResource? server = null;
        var secret = password?.Resource ?? ParameterResourceBuilderExtensions.Password(builder, name, () => server?.Volume);
        server = new RabbitMQServerResource(name, userName?.Resource, secret, port);
        return builder.AddResource(server);
    }

    /// <summary>Keeps the broker's data, and its generated password, from run to run.</summary>
    /// <param name="builder">The broker.</param>
    /// <param name="name">The name of the volume; without it one made of the AppHost and the resource.</param>
    /// <param name="isReadOnly">Not possible for a running broker.</param>
    public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(
        this IResourceBuilder<RabbitMQServerResource> builder, string? name = null, bool isReadOnly = false) =>
        DataVolume.Set(builder, name, isReadOnly);
}
