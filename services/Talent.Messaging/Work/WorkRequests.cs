using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Work;

/// <summary>Asks for work inside any transaction of the service: a command's, a projection's.</summary>
public static class WorkRequests
{
    /// <summary>
    /// Wants the work once more, from when the transaction commits. Wanting it ten times before it is done does it once, in the trace of
    /// the last that wanted it.
    /// </summary>
    /// <param name="context">A context inside the transaction that makes the work necessary.</param>
    /// <param name="kind">The kind of work.</param>
    /// <param name="subject">What it is done for.</param>
    public static void Want(this ServiceContext context, string kind, string subject)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.WantedWork[(kind, subject)] = Activity.Current?.Id ?? "";
    }

    /// <summary>
    /// Writes what was wanted, as the last thing before the commit: many transactions want the same rows, so they are locked for as short
    /// as can be, and in one order.
    /// </summary>
    internal static async Task WriteWantedAsync(this ServiceContext context, CancellationToken cancellation)
    {
        foreach (var ((kind, subject), trace) in context.WantedWork)
        {
            await context.Database.ExecuteSqlAsync($"""
                INSERT INTO work (kind, subject, wanted, done, owner, epoch, not_before, failures, failure_reason, trace_parent)
                VALUES ({kind}, {subject}, 1, 0, '', 0, 0, 0, '', {trace})
                ON CONFLICT (kind, subject) DO UPDATE SET wanted = work.wanted + 1, trace_parent = excluded.trace_parent
                """, cancellation);
        }
        context.WantedWork.Clear();
    }
}
