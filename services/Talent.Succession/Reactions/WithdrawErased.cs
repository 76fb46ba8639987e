using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Commands;
using Talent.Messaging.Retention;
using Talent.Messaging.Work;
using Talent.Succession.Api;
using Talent.Succession.Boards;
using Talent.Succession.Storage;

namespace Talent.Succession.Reactions;

/// <summary>
/// When a person's record is erased, every nomination of the person is withdrawn, forecasts that may show the person are deleted, to be
/// computed anew, and nothing says any more who read of them.
/// </summary>
internal sealed class WithdrawErased : IPersonErasure<SuccessionContext>
{
    /// <inheritdoc />
    public async Task<int> EraseAsync(CommandScope<SuccessionContext> command, string personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(command);
        await DeleteForecastsAsync(command.Context, personId, cancellation);
        var rows = await command.Context.Nominations.Where(row => row.PersonId == personId).ToListAsync(cancellation);
        foreach (var row in rows) await NominationCommands.WithdrawAsync(command, row, cancellation);
        var read = await command.Context.SlateReadPeople.Where(row => row.PersonId == personId).ExecuteDeleteAsync(cancellation);
        return rows.Count + read;
    }

    private static async Task DeleteForecastsAsync(SuccessionContext context, string personId, CancellationToken cancellation)
    {
        var posts = context.RolesAppointments.Where(row => row.PersonId == personId).Select(row => row.PostId)
            .Union(context.Nominations.Where(row => row.PersonId == personId).Select(row => row.PostId));
        var groups = await context.RolesPosts.Where(row => row.GroupId != "" && posts.Contains(row.Id)).Select(row => row.GroupId)
            .Distinct().ToListAsync(cancellation);
        await context.Forecasts.Where(row => groups.Contains(row.GroupId)).ExecuteDeleteAsync(cancellation);
        foreach (var group in groups) context.Want(BoardWork.KindOfWork, group);
    }
}
