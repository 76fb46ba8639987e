using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>PostgreSQL servers and their databases.</summary>
public static class PostgresBuilderExtensions
{
    /// <summary>Adds a server.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The name of the resource.</param>
    /// <param name="userName">The superuser; without it <c>postgres</c>.</param>
    /// <param name="password">The superuser's password; without it a generated one.</param>
    /// <param name="port">The port; without it a free one.</param>
    public static IResourceBuilder<PostgresServerResource> AddPostgres(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        PostgresServerResource? server = null;
        var secret = password?.Resource ?? ParameterResourceBuilderExtensions.Password(builder, name, () => server?.Volume);
        server = new PostgresServerResource(name, userName?.Resource, secret, port);
        return builder.AddResource(server);
    }

    /// <summary>Adds a database, which is created at the start when it is not there.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="name">The name of the resource.</param>
    /// <param name="databaseName">The name in the server; without it the name of the resource.</param>
    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var database = new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource);
        return builder.ApplicationBuilder.AddResource(database);
    }

    /// <summary>Keeps the data, and the generated password, from run to run.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="name">The name of the volume; without it one made of the AppHost and the resource.</param>
    /// <param name="isReadOnly">Not possible for a running server.</param>
    public static IResourceBuilder<PostgresServerResource> WithDataVolume(
        this IResourceBuilder<PostgresServerResource> builder, string? name = null, bool isReadOnly = false) =>
        DataVolume.Set(builder, name, isReadOnly);
}
