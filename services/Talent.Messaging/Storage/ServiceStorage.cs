using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Talent.Messaging.Work;

namespace Talent.Messaging.Storage;

/// <summary>The database of one service: where contexts come from and how writers take turns.</summary>
/// <typeparam name="TContext">The service's context.</typeparam>
public sealed class ServiceStorage<TContext> where TContext : ServiceContext
{
    private readonly IDbContextFactory<TContext> _contexts;
    private readonly WriterQueue _writers;

    internal ServiceStorage(string name, SqlDialect dialect, IDbContextFactory<TContext> contexts, WriterQueue writers)
    {
        Name = name;
        Dialect = dialect;
        _contexts = contexts;
        _writers = writers;
    }

    /// <summary>The name of the service, for example <c>roles</c>.</summary>
    public string Name { get; }

    /// <summary>Which of the two databases it is.</summary>
    public SqlDialect Dialect { get; }

    internal WriterQueue Writers => _writers;

    /// <summary>A new context for reading; the caller disposes of it.</summary>
    public TContext CreateContext() => _contexts.CreateDbContext();

    /// <summary>
    /// Runs a change in one transaction (READ COMMITTED; on SQLite the only writer), saves what the context tracks, and commits.
    /// </summary>
    /// <returns>What the change returned, once it is committed. A failure of any kind leaves nothing behind.</returns>
    public async Task<TResult> WriteAsync<TResult>(
        Func<TContext, CancellationToken, Task<TResult>> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var context = CreateContext();
        using var turn = await _writers.EnterAsync(cancellation);
        await using var transaction = await BeginAsync(context, cancellation);
        var result = await change(context, cancellation);
        await context.SaveChangesAsync(cancellation);
        await context.WriteWantedAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    /// <summary>As the other overload, with a context that the caller has read from before.</summary>
    internal async Task WriteAsync(TContext context, Func<CancellationToken, Task> change, CancellationToken cancellation)
    {
        using var turn = await _writers.EnterAsync(cancellation);
        await using var transaction = await BeginAsync(context, cancellation);
        await change(cancellation);
        await context.WriteWantedAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Begins a transaction in which no work is wanted yet.</summary>
    internal static Task<IDbContextTransaction> BeginAsync(TContext context, CancellationToken cancellation)
    {
        context.WantedWork.Clear();
        return context.Database.BeginTransactionAsync(cancellation);
    }
}
