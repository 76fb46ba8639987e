using Microsoft.EntityFrameworkCore;
using Talent.Development.V1;
using Talent.Roles.V1;
using Talent.Succession.Domain;
using Talent.Succession.Storage;
using LeavingIntention = Talent.Succession.Engine.Inputs.LeavingIntention;

namespace Talent.Succession.Boards;

/// <summary>How far in each log the inputs of a board reach, at least.</summary>
/// <param name="Roles">Position in the Roles log; 0: nothing yet.</param>
/// <param name="Development">Position in the Development log; 0: nothing yet.</param>
/// <param name="Succession">Position in the service's own log; 0: nothing yet.</param>
public sealed record LogPositions(long Roles, long Development, long Succession);

/// <summary>A post with what is known of its vacancy.</summary>
/// <param name="Post">The post as Roles tells.</param>
/// <param name="VacantSince">First day without a substantive holder; null: it has one.</param>
public sealed record KnownPost(Post Post, DateOnly? VacantSince);

/// <summary>Everything the results of a group rest on, as read from the database.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="RegionCode">Code of its region; empty: not known.</param>
/// <param name="CriticalityAgreedOn">The day its criticalities were agreed; null: not agreed.</param>
/// <param name="Posts">Its posts.</param>
/// <param name="Appointments">Appointments to these posts, past and future ones too.</param>
/// <param name="Nominations">Nominations for these posts.</param>
/// <param name="Members">Those of the people named who work in this group, as far as is known.</param>
/// <param name="Statements">Readiness statements of the people named who work in this group: theirs are shared with this group.</param>
/// <param name="Positions">How far it reaches.</param>
public sealed record GroupInputs(
    string GroupId, string RegionCode, DateOnly? CriticalityAgreedOn, IReadOnlyList<KnownPost> Posts,
    IReadOnlyList<Appointment> Appointments, IReadOnlyList<(string PostId, Nominee Nominee)> Nominations,
    IReadOnlySet<string> Members, IReadOnlyList<ReadinessStatement> Statements, LogPositions Positions)
{
    /// <summary>What is recorded of the registrations and qualifications of people who work in this group.</summary>
    public IReadOnlyList<DevelopmentCredentialRow> Credentials { get; init; } = [];

    /// <summary>Intentions to leave of the holders and people named who work in this group: theirs are shared with this group.</summary>
    public IReadOnlyList<LeavingIntention> Intentions { get; init; } = [];

    /// <summary>Reads the inputs of a group; null when nothing of the group is known.</summary>
    /// <param name="context">The database.</param>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<GroupInputs?> ReadAsync(SuccessionContext context, string groupId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        // Positions first: what is read afterwards reaches at least as far.
        var positions = await ReadPositionsAsync(context, cancellation);
        var group = await context.RolesGroups.AsNoTracking().FirstOrDefaultAsync(row => row.Id == groupId, cancellation);
        var posts = await context.RolesPosts.AsNoTracking().Where(row => row.GroupId == groupId).ToListAsync(cancellation);
        if (group is null && posts.Count == 0) return null;
        var inGroup = context.RolesPosts.Where(post => post.GroupId == groupId).Select(post => post.Id);
        var appointments = await context.RolesAppointments.AsNoTracking().Where(row => inGroup.Contains(row.PostId))
            .ToListAsync(cancellation);
        var nominations = await context.Nominations.AsNoTracking().Where(row => inGroup.Contains(row.PostId)).ToListAsync(cancellation);
        var named = context.Nominations.Where(row => row.PersonId != null && inGroup.Contains(row.PostId)).Select(row => row.PersonId!);
        var members = context.DevelopmentPeople.Where(row => row.GroupId == groupId && named.Contains(row.Id)).Select(row => row.Id);
        var statements = await context.DevelopmentReadiness.AsNoTracking().Where(row => members.Contains(row.PersonId))
            .ToListAsync(cancellation);
        var inService = context.DevelopmentPeople.Where(row => row.GroupId == groupId).Select(row => row.Id);
        var credentials = await context.DevelopmentCredentials.AsNoTracking().Where(row => inService.Contains(row.PersonId))
            .ToListAsync(cancellation);
        return new GroupInputs(
            groupId, group?.RegionCode ?? "", group?.CriticalityAgreedOn,
            [.. posts.Where(row => row.Content.Length > 0)
                .Select(row => new KnownPost(Post.Parser.ParseFrom(row.Content), row.VacantSince))],
            [.. appointments.Select(row => Appointment.Parser.ParseFrom(row.Content))],
            [.. nominations.Select(row => (row.PostId, NominationMapping.ToNominee(row)))],
            (await members.ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal),
            [.. statements.Select(row => ReadinessStatement.Parser.ParseFrom(row.Content))], positions)
        {
            Credentials = credentials,
            Intentions = await ReadIntentionsAsync(context, groupId, inGroup, named, cancellation),
        };
    }

    private static async Task<IReadOnlyList<LeavingIntention>> ReadIntentionsAsync(
        SuccessionContext context, string groupId, IQueryable<string> inGroup, IQueryable<string> named, CancellationToken cancellation)
    {
        var holding = context.RolesAppointments.Where(row => inGroup.Contains(row.PostId)).Select(row => row.PersonId);
        var members = context.DevelopmentPeople
            .Where(row => row.GroupId == groupId && (holding.Contains(row.Id) || named.Contains(row.Id))).Select(row => row.Id);
        var rows = await context.DevelopmentIntentions.AsNoTracking().Where(row => members.Contains(row.PersonId))
            .ToListAsync(cancellation);
        return [.. rows.Select(row => new LeavingIntention(new(row.PersonId), row.Earliest, row.Latest))];
    }

    private static async Task<LogPositions> ReadPositionsAsync(SuccessionContext context, CancellationToken cancellation)
    {
        var checkpoints = await context.Checkpoints.AsNoTracking().ToDictionaryAsync(row => row.Source, row => row.Position, cancellation);
        var own = await context.EventPositions.MaxAsync(row => (long?)row.Position, cancellation) ?? 0;
        return new LogPositions(checkpoints.GetValueOrDefault("roles"), checkpoints.GetValueOrDefault("development"), own);
    }
}
