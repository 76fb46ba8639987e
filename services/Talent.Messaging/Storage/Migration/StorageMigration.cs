using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Restoring;

namespace Talent.Messaging.Storage;

/// <inheritdoc cref="IStorageMigration" />
internal sealed class StorageMigration<TContext>(
    ServiceStorage<TContext> storage, StorageLocation location, IdentifierSource identifiers, TimeProvider time) : IStorageMigration
    where TContext : ServiceContext
{
    public string Name => storage.Name;

    public bool MigratesAtStart => location.DataFolder is not null;

    public string? DataFolder => location.DataFolder;

    public async Task MigrateAsync(ApplicationRole? role, CancellationToken cancellation)
    {
        using var turn = await location.Writers.EnterAsync(cancellation);
        await using var context = storage.CreateContext();
        await context.Database.OpenConnectionAsync(cancellation);
        var connection = context.Database.GetDbConnection();
        // Held until everything is there: identity, triggers and grants of two migrators would come between each other as well.
        await using var held = await storage.Dialect.LockSchemaAsync(connection, cancellation);
        await new SchemaMigrator(connection, storage.Dialect, time).MigrateAsync(Scripts(), cancellation);
        await IdentifyLogAsync(context, cancellation);
        // Whoever held a lease in this file is gone: this process holds the folder.
        if (location.DataFolder is not null)
            await context.Leases.ExecuteUpdateAsync(set => set.SetProperty(each => each.ExpiresAt, 0), cancellation);
        await storage.Dialect.ProtectAsync(connection, AppendOnlyTables(context), cancellation);
        if (role is not null)
            await storage.Dialect.GrantAsync(connection, role, AppendOnlyTables(context), cancellation);
    }

    public Task RenewLogIdentityAsync(CancellationToken cancellation)
    {
        var (logId, madeAt) = (identifiers.Next(), time.GetUtcNow());
        return storage.WriteAsync(
            async (context, token) =>
            {
                Opening<TContext>.Close(context);
                await DeposeAsync(context, token);
                return await context.LogIdentity.ExecuteUpdateAsync(
                    set => set.SetProperty(each => each.LogId, logId).SetProperty(each => each.MadeAt, madeAt), token);
            },
            cancellation);
    }

    // Whoever runs through the restore knows another log, and may have noted in this one how far it had come there: it gives no position
    // any more, and whoever leads next looks at every event.
    private static async Task DeposeAsync(TContext context, CancellationToken cancellation)
    {
        await context.Leases.ExecuteUpdateAsync(
            set => set.SetProperty(each => each.Owner, "").SetProperty(each => each.Epoch, each => each.Epoch + 1)
                .SetProperty(each => each.ExpiresAt, 0),
            cancellation);
        var head = await context.EventPositions.MaxAsync(each => (long?)each.Position, cancellation) ?? 0;
        await context.RelayProgress.ExecuteUpdateAsync(
            set => set.SetProperty(each => each.SettledSequence, 0)
                .SetProperty(each => each.PublishedPosition, each => each.PublishedPosition < head ? each.PublishedPosition : head),
            cancellation);
    }

    public async Task CheckAsync(CancellationToken cancellation)
    {
        await using var context = storage.CreateContext();
        await context.Database.OpenConnectionAsync(cancellation);
        var missing = await new SchemaMigrator(context.Database.GetDbConnection(), storage.Dialect, time)
            .FindMissingAsync(Scripts(), cancellation);
        if (missing.Count > 0)
            throw new InvalidOperationException(
                $"The database of {Name} lacks {missing.Count} schema scripts: "
                + "run this program once with the argument \"migrate\" as its owner.");
    }

    private List<SchemaScript> Scripts() =>
    [
        .. SchemaScript.Read(typeof(ServiceContext).Assembly, "messaging", storage.Dialect.Name),
        .. SchemaScript.Read(typeof(TContext).Assembly, Name, storage.Dialect.Name),
    ];

    private async Task IdentifyLogAsync(TContext context, CancellationToken cancellation)
    {
        if (await context.LogIdentity.AnyAsync(cancellation))
            return;
        context.LogIdentity.Add(new LogIdentityRow { LogId = identifiers.Next(), MadeAt = time.GetUtcNow() });
        await context.SaveChangesAsync(cancellation);
    }

    private static List<string> AppendOnlyTables(TContext context) =>
        [.. context.Model.GetEntityTypes().Where(entity => entity.IsAppendOnly()).Select(entity => entity.GetTableName()!).Distinct()];
}
