using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Talent.Messaging.Storage;

namespace Talent.Testing;

/// <summary>Holds the schema that a service's scripts make against the one its model wants, on both databases.</summary>
public static class SchemaComparison
{
    /// <summary>Describes both schemas on SQLite, a line for each table, column, key and index.</summary>
    /// <param name="service">The name the service gives to <c>AddServiceStorage</c>.</param>
    public static async Task<(string Migrated, string Model)> OnSqliteAsync<TContext>(string service) where TContext : ServiceContext
    {
        var folder = Directory.CreateTempSubdirectory("talent-schema-").FullName;
        try
        {
            await MigrateAsync<TContext>(service, "Talent:DataFolder", folder);
            await using var migrated = new SqliteConnection($"Data Source={Path.Combine(folder, $"{service}.db")};Pooling=false");
            await using var model = new SqliteConnection("Data Source=:memory:");
            await CreateAsync<TContext>(model, options => options.UseSqlite(model));
            return (await ReadAsync(migrated, SqliteSchema), await ReadAsync(model, SqliteSchema));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Describes both schemas on PostgreSQL, a line for each column, constraint and index.</summary>
    /// <param name="service">The name the service gives to <c>AddServiceStorage</c>.</param>
    public static async Task<(string Migrated, string Model)> OnPostgresAsync<TContext>(string service) where TContext : ServiceContext
    {
        await using var byScripts = await TestServers.PostgresAsync();
        await using var byModel = await TestServers.PostgresAsync();
        await MigrateAsync<TContext>(service, $"ConnectionStrings:{service}-db", byScripts.ConnectionString);
        await using var migrated = new NpgsqlConnection(byScripts.ConnectionString);
        await using var model = new NpgsqlConnection(byModel.ConnectionString);
        await CreateAsync<TContext>(model, options => options.UseNpgsql(model));
        return (await ReadAsync(migrated, PostgresSchema), await ReadAsync(model, PostgresSchema));
    }

    private static async Task MigrateAsync<TContext>(string service, string key, string value) where TContext : ServiceContext
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new(key, value)]);
        builder.AddServiceStorage<TContext>(service);
        using var host = builder.Build();
        await host.RunOrMigrateAsync(["migrate"]);
    }

    private static async Task CreateAsync<TContext>(DbConnection connection, Action<DbContextOptionsBuilder> connect) where TContext : ServiceContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        connect(options);
        await using var context = (TContext)Activator.CreateInstance(typeof(TContext), options.Options)!;
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = context.Database.GenerateCreateScript();
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> ReadAsync(DbConnection connection, string query)
    {
        if (connection.State != System.Data.ConnectionState.Open)
            await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0).Replace("\"", "", StringComparison.Ordinal));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    private const string SqliteSchema = """
        WITH tables AS (SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_versions')
        SELECT 'column ' || t.name || '.' || c.name || ' ' || upper(c.type) || ' notnull ' || c."notnull" || ' key ' || c.pk
          || ' default ' || coalesce(c.dflt_value, 'none')
        FROM tables t, pragma_table_info(t.name) c
        UNION ALL
        SELECT 'foreign key ' || t.name || '.' || f."from" || ' to ' || f."table" || '.' || f."to" || ' on delete ' || f.on_delete
        FROM tables t, pragma_foreign_key_list(t.name) f
        UNION ALL
        SELECT 'index ' || t.name || ' ' || CASE i.origin WHEN 'c' THEN i.name ELSE 'key' END || ' unique ' || i."unique"
          || ' (' || (SELECT group_concat(x.name || ' ' || x."desc", ', ') FROM pragma_index_xinfo(i.name) x WHERE x.key = 1) || ')'
          || CASE i.partial WHEN 1 THEN substr(s.sql, instr(upper(s.sql), ' WHERE ')) ELSE '' END
        FROM tables t, pragma_index_list(t.name) i LEFT JOIN sqlite_schema s ON s.name = i.name
        """;

    private const string PostgresSchema = """
        SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || coalesce(character_maximum_length::text, '')
          || coalesce(numeric_precision::text, '') || ',' || coalesce(numeric_scale::text, '') || ' nullable ' || is_nullable
          || ' identity ' || coalesce(identity_generation, 'none') || ' default ' || coalesce(column_default, 'none')
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'schema_versions'
        UNION ALL
        SELECT 'constraint ' || conname || ' on ' || conrelid::regclass::text || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'schema_versions'
        UNION ALL
        SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'schema_versions'
        """;
}
