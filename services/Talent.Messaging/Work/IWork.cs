using Talent.Messaging.Storage;

namespace Talent.Messaging.Work;

/// <summary>
/// Something a service computes outside the transaction that made it necessary: a recomputation, an import. Wanting it again while it
/// runs makes it run once more; replicas share the work.
/// </summary>
/// <typeparam name="TContext">The service's context.</typeparam>
public interface IWork<TContext> where TContext : ServiceContext
{
    /// <summary>What kind of work this class does, for example <c>board</c>.</summary>
    string Kind { get; }

    /// <summary>Does it. It may be done twice, so it replaces its results rather than adding to them.</summary>
    /// <param name="scope">What it is done for, and a context whose tracked changes are saved in the transaction that marks it as
    /// done.</param>
    /// <param name="cancellation">The program is stopping; the work is done later.</param>
    Task DoAsync(WorkScope<TContext> scope, CancellationToken cancellation);
}

/// <summary>One piece of work.</summary>
/// <typeparam name="TContext">The service's context.</typeparam>
public sealed class WorkScope<TContext> where TContext : ServiceContext
{
    private readonly List<Func<TContext, CancellationToken, Task>> _atCommit = [];

    internal WorkScope(string subject, TContext context)
    {
        Subject = subject;
        Context = context;
    }

    /// <summary>What it is done for, for example the id of a group.</summary>
    public string Subject { get; }

    /// <summary>For reading outside any transaction, and for tracking changes that are saved when the work is done.</summary>
    public TContext Context { get; }

    internal IReadOnlyList<Func<TContext, CancellationToken, Task>> AtCommit => _atCommit;

    /// <summary>
    /// Adds SQL of the caller's own to the transaction that marks the work as done, before the tracked changes are saved.
    /// </summary>
    public void OnCommit(Func<TContext, CancellationToken, Task> change) => _atCommit.Add(change);
}
