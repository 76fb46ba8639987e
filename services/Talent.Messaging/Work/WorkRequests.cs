using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Work;

/// <summary>Asks for work inside any transaction of the service: a command's, a projection's.</summary>
public static class WorkRequests
{
    /// <summary>Wants the work once more. Wanting it ten times before it is done does it once.</summary>
    /// <param name="context">A context inside the transaction that makes the work necessary.</param>
    /// <param name="kind">The kind of work.</param>
    /// <param name="subject">What it is done for.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task WantAsync(this ServiceContext context, string kind, string subject, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        await context.Database.ExecuteSqlAsync($"""
            INSERT INTO work (kind, subject, wanted, done, owner, epoch, not_before, failures, failure_reason)
            VALUES ({kind}, {subject}, 1, 0, '', 0, 0, 0, '')
            ON CONFLICT (kind, subject) DO UPDATE SET wanted = work.wanted + 1
            """, cancellation);
    }
}
