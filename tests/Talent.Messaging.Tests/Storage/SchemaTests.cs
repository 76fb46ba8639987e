using Talent.Messaging.Tests.Sample;
using Talent.Testing;

namespace Talent.Messaging.Tests.Storage;

public sealed class SchemaTests
{
    [Fact]
    public async Task Scripts_OnSqlite_MakeTheSchemaOfTheModel()
    {
        var (migrated, model) = await SchemaComparison.OnSqliteAsync<SampleContext>("sample");
        Assert.Equal(model, migrated);
    }

    [Fact]
    public async Task Scripts_OnPostgres_MakeTheSchemaOfTheModel()
    {
        var (migrated, model) = await SchemaComparison.OnPostgresAsync<SampleContext>("sample");
        Assert.Equal(model, migrated);
    }
}
