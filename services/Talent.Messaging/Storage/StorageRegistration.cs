using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Talent.Messaging.Storage;

/// <summary>Gives a service its database.</summary>
public static class StorageRegistration
{
    /// <summary>The SQLite files lie here when <c>Talent:DataFolder</c> is not set: a folder <c>.data</c> under the content root.</summary>
    public const string DefaultDataFolder = ".data";

    /// <summary>
    /// Registers the storage of one service. With <c>ConnectionStrings:&lt;name&gt;-db</c> it is PostgreSQL, whose schema
    /// <c>&lt;service&gt; migrate</c> brings up to date; without, the SQLite file <c>&lt;name&gt;.db</c> in <c>Talent:DataFolder</c>,
    /// migrated at start.
    /// Registers <typeparamref name="TContext"/> (scoped), <c>IDbContextFactory</c>, <see cref="ServiceStorage{TContext}"/>,
    /// <see cref="Commands.CommandRunner{TContext}"/> and, where nobody else did, <see cref="TimeProvider"/> and
    /// <see cref="IdentifierSource"/>.
    /// </summary>
    /// <param name="builder">The program's builder.</param>
    /// <param name="name">The name of the service, for example <c>roles</c>.</param>
    public static IHostApplicationBuilder AddServiceStorage<TContext>(this IHostApplicationBuilder builder, string name)
        where TContext : ServiceContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IdentifierSource, SystemIdentifierSource>();
        var location = StorageLocation.Find(builder.Configuration, builder.Environment.ContentRootPath, name);
        services.AddPooledDbContextFactory<TContext>(location.Configure);
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext());
        services.AddSingleton(provider => new ServiceStorage<TContext>(
            name, location.Dialect, provider.GetRequiredService<IDbContextFactory<TContext>>(), location.Writers));
        services.AddSingleton<Commands.LogSignal<TContext>>();
        services.AddSingleton(provider => new Commands.CommandRunner<TContext>(
            provider.GetRequiredService<ServiceStorage<TContext>>(), provider.GetRequiredService<Commands.LogSignal<TContext>>(),
            provider.GetRequiredService<IdentifierSource>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IStorageMigration>(provider => new StorageMigration<TContext>(
            provider.GetRequiredService<ServiceStorage<TContext>>(), location, provider.GetRequiredService<IdentifierSource>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StorageStart>());
        return builder;
    }
}

/// <summary>Where the database of a service is and how a context reaches it.</summary>
internal sealed record StorageLocation(SqlDialect Dialect, WriterQueue Writers, string? DataFolder, Action<DbContextOptionsBuilder> Connect)
{
    public static StorageLocation Find(IConfiguration configuration, string contentRoot, string name)
    {
        if (configuration.GetConnectionString($"{name}-db") is { Length: > 0 } connection)
            return Postgres(connection);
        var folder = configuration["Talent:DataFolder"] is { Length: > 0 } given ? given : StorageRegistration.DefaultDataFolder;
        return Sqlite(Path.GetFullPath(folder, contentRoot), name);
    }

    public static StorageLocation Sqlite(string folder, string name)
    {
        var file = Path.Combine(folder, $"{name}.db");
        var connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString();
        var settings = new SqliteSettings();
        return new StorageLocation(new SqliteDialect(), WriterQueue.ForFile(file), folder,
            options => options.UseSqlite(connection).AddInterceptors(settings));
    }

    public static StorageLocation Postgres(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection) { Enlist = false, NoResetOnClose = true };
        if (!settings.ContainsKey("Max Auto Prepare"))
            settings.MaxAutoPrepare = 100;
        var text = settings.ToString();
        return new StorageLocation(new PostgresDialect(), WriterQueue.Unlimited, null, options => options.UseNpgsql(text));
    }

    public void Configure(DbContextOptionsBuilder options) => Connect(options);
}
