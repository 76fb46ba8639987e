using Microsoft.EntityFrameworkCore;
using Talent.Roles.Domain;
using Talent.Roles.Storage;
using Talent.ServiceDefaults;

namespace Talent.Roles.Api;

/// <summary>Reads posts as a caller may see them on a day.</summary>
/// <param name="Context">The database.</param>
/// <param name="Caller">Who reads.</param>
/// <param name="Today">The day by which scopes hold.</param>
internal sealed record PostView(RolesContext Context, Caller Caller, DateOnly Today)
{
    /// <summary>The posts of which the caller may see anything.</summary>
    public IQueryable<PostRow> Posts => Context.Posts.AsNoTracking().Visible(Context, Caller, Today);

    /// <summary>One post as it stands on the day.</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND: there is none, or the caller may not know it.</exception>
    public async Task<V1.Post> GetAsync(string id, CancellationToken cancellation)
    {
        var row = await Posts.Complete().FirstOrDefaultAsync(post => post.Id == id, cancellation) ?? throw PostRows.NotFound();
        return (await ShowAsync([row], Today, cancellation))[0];
    }

    /// <summary>The posts as the caller may see them: of a post that only the own record covers, the own appointments alone.</summary>
    public async Task<IReadOnlyList<V1.Post>> ShowAsync(IReadOnlyList<PostRow> rows, DateOnly day, CancellationToken cancellation)
    {
        var covered = await CoveredAsync(rows, cancellation);
        return [.. rows.Select(row => row.ToDomain().ToContract(Requests.Etag(row.Version), day, Shown(covered.Contains(row.Id))))];
    }

    private Func<Appointment, bool> Shown(bool covered) => covered ? _ => true : appointment => Caller.IsSelf(appointment.PersonId);

    private async Task<HashSet<string>> CoveredAsync(IReadOnlyList<PostRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Id).ToList();
        if (Caller.SeesNation || !Caller.SeesSelf)
            return [.. ids];
        var covered = Context.Posts.Where(post => ids.Contains(post.Id)).Covered(Context, Caller, Today).Select(post => post.Id);
        return [.. await covered.ToListAsync(cancellation)];
    }
}
