using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Talent.Roles.Storage;
using Talent.Roles.Tests.Hosting;

namespace Talent.Roles.Tests.Storage;

/// <summary>The scripts make exactly the tables that the model asks for, on either database.</summary>
public abstract class SchemaSuite(RolesHost host)
{
    /// <summary>Lists what a database holds, one line for each column, key and index.</summary>
    protected abstract string Listing { get; }

    [Fact]
    public async Task Scripts_OfTheService_MakeWhatTheModelAsksFor()
    {
        await using var migrated = host.Storage.CreateContext();
        await using var created = await CreateEmptyAsync();
        await created.Database.OpenConnectionAsync();
        await created.Database.ExecuteSqlRawAsync(created.Database.GenerateCreateScript());

        // The tables that every service has are compared where they are made.
        var tables = migrated.Model.GetEntityTypes()
            .Where(entity => entity.ClrType.Assembly == typeof(RolesContext).Assembly)
            .Select(entity => entity.GetTableName()!)
            .ToHashSet();
        var expected = await ListAsync(created, tables);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await ListAsync(migrated, tables));
    }

    protected abstract Task<RolesContext> CreateEmptyAsync();

    private async Task<IReadOnlyList<string>> ListAsync(RolesContext context, HashSet<string> tables)
    {
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = Listing;
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            if (tables.Contains(reader.GetString(0)))
                lines.Add(Line(reader));
        }
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static string Line(DbDataReader reader) =>
        string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(field => reader.GetValue(field)));
}

public sealed class SchemaOnSqliteTests(SqliteRoles host) : SchemaSuite(host), IClassFixture<SqliteRoles>
{
    protected override string Listing => """
        SELECT t.name, 'column', c.name, c.type, c."notnull", c.pk FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'
        UNION ALL
        SELECT t.name, 'index', i.name, i."unique", group_concat(c.name), ''
        FROM sqlite_schema t, pragma_index_list(t.name) i, pragma_index_info(i.name) c WHERE t.type = 'table'
        GROUP BY t.name, i.name, i."unique"
        UNION ALL
        SELECT t.name, 'reference', f."table", f."from", f."to", f.on_delete FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
        WHERE t.type = 'table'
        """;

    protected override Task<RolesContext> CreateEmptyAsync() => Task.FromResult(
        new RolesContext(new DbContextOptionsBuilder<RolesContext>().UseSqlite("Data Source=schema;Mode=Memory;Cache=Shared").Options));
}

public sealed class SchemaOnPostgresTests(PostgresRoles host) : SchemaSuite(host), IClassFixture<PostgresRoles>, IAsyncDisposable
{
    private Talent.Testing.TestDatabase? _database;

    protected override string Listing => """
        SELECT table_name::text, 'column', column_name::text, data_type::text, is_nullable::text, coalesce(collation_name, '')::text
        FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL
        SELECT tablename::text, 'index', indexname::text, indexdef, '', '' FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL
        SELECT conrelid::regclass::text, 'constraint', conname::text, pg_get_constraintdef(oid), '', '' FROM pg_constraint
        WHERE contype IN ('f', 'p')
        """;

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
            await _database.DisposeAsync();
    }

    protected override async Task<RolesContext> CreateEmptyAsync()
    {
        _database = await Talent.Testing.TestServers.PostgresAsync();
        return new(new DbContextOptionsBuilder<RolesContext>().UseNpgsql(_database.ConnectionString + ";Pooling=false").Options);
    }
}
