using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Talent.Messaging.Storage;

/// <summary>What holds for every table of every service: snake_case, instants that sort in SQLite, versions that guard their row.</summary>
internal static partial class ModelConventions
{
    private static readonly ValueConverter<DateTimeOffset, long> Microseconds = new(
        instant => ToMicroseconds(instant),
        value => FromMicroseconds(value));

    private static readonly ValueConverter<DateTimeOffset, DateTimeOffset> Utc = new(
        instant => instant.ToUniversalTime(), value => value.ToUniversalTime());

    public static void Apply(ModelBuilder model, bool sqlite)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table)
                entity.SetTableName(SnakeCase(table));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase(property.GetColumnName()));
                if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateTimeOffset))
                    property.SetValueConverter(sqlite ? Microseconds : Utc);
            }
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
        }
        // Names of keys and indexes are made from the names of tables and columns, so these come first.
        foreach (var entity in model.Model.GetEntityTypes())
            NameConstraints(entity);
    }

    private static void NameConstraints(IMutableEntityType entity)
    {
        foreach (var key in entity.GetKeys())
            key.SetName(SnakeCase(key.GetName() ?? ""));
        foreach (var foreignKey in entity.GetForeignKeys())
            foreignKey.SetConstraintName(SnakeCase(foreignKey.GetConstraintName() ?? ""));
        foreach (var index in entity.GetIndexes())
            index.SetDatabaseName(SnakeCase(index.GetDatabaseName() ?? ""));
    }

    internal static long ToMicroseconds(DateTimeOffset instant) =>
        (instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    internal static DateTimeOffset FromMicroseconds(long value) => DateTimeOffset.UnixEpoch.AddTicks(value * TimeSpan.TicksPerMicrosecond);

    internal static string SnakeCase(string name) => WordStart().Replace(name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", RegexOptions.None, 1000)]
    private static partial Regex WordStart();
}
