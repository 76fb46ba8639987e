using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Succession.Storage;
using Talent.Testing;

namespace Talent.Succession.Tests.Storage;

/// <summary>The scripts make what the model describes.</summary>
public sealed class SchemaTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Scripts_Applied_MakeTheTablesOfTheModel(string kind)
    {
        await using var host = await ServiceHost.StartAsync(kind);
        await using var migrated = host.Services.GetRequiredService<IDbContextFactory<SuccessionContext>>().CreateDbContext();
        // The tables of the log are held against their scripts where they are made.
        var tables = migrated.Model.GetEntityTypes().Where(entity => entity.ClrType.Assembly == typeof(SuccessionContext).Assembly)
            .Select(entity => entity.GetTableName()!).Order(StringComparer.Ordinal).ToArray();

        var fromScripts = await DescribeAsync(migrated, tables, kind);
        var fromModel = await FromModelAsync(migrated, tables, kind);

        Assert.NotEmpty(fromScripts);
        Assert.Equal(fromModel, fromScripts);
    }

    private static async Task<string[]> FromModelAsync(SuccessionContext migrated, string[] tables, string kind)
    {
        var script = migrated.Database.GenerateCreateScript();
        if (kind == "postgresql")
        {
            await using var database = await TestServers.PostgresAsync();
            var postgres = new DbContextOptionsBuilder<SuccessionContext>().UseNpgsql(database.ConnectionString).Options;
            await using var model = new SuccessionContext(postgres);
            await model.Database.ExecuteSqlRawAsync(script);
            return await DescribeAsync(model, tables, kind);
        }

        var sqlite = new DbContextOptionsBuilder<SuccessionContext>().UseSqlite("Data Source=:memory:").Options;
        await using var memory = new SuccessionContext(sqlite);
        await memory.Database.OpenConnectionAsync();
        await memory.Database.ExecuteSqlRawAsync(script);
        return await DescribeAsync(memory, tables, kind);
    }

    private static async Task<string[]> DescribeAsync(SuccessionContext context, string[] tables, string kind)
    {
        const string sqlite = """
            SELECT 'column ' || m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk
            FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'
            UNION ALL SELECT 'index ' || i.tbl_name || ' ' || i.name || ' ' || coalesce(i.sql LIKE 'CREATE UNIQUE%', 1)
            FROM sqlite_master i WHERE i.type = 'index' AND i.sql IS NOT NULL
            """;
        const string postgres = """
            SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
            FROM information_schema.columns WHERE table_schema = 'public'
            UNION ALL SELECT 'index ' || tablename || ' ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
            """;
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = kind == "postgresql" ? postgres : sqlite;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return [.. lines.Where(line => tables.Contains(line.Split(' ', '.')[1])).Order(StringComparer.Ordinal)];
    }
}
