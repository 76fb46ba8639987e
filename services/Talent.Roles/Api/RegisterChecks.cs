using Microsoft.EntityFrameworkCore;
using Talent.Roles.Domain;
using Talent.Roles.Storage;
using Talent.ServiceDefaults;

namespace Talent.Roles.Api;

/// <summary>Checks of references to what is recorded, each in one query for all of a request.</summary>
internal static class RegisterChecks
{
    /// <summary>Checks that all organisations are recorded.</summary>
    /// <exception cref="RuleException">One is not.</exception>
    public static async Task CheckRecordedAsync(
        this RolesContext context, string field, IEnumerable<OrganisationCode> codes, CancellationToken cancellation)
    {
        var wanted = codes.Select(code => code.Value).Distinct().ToList();
        var known = await context.Organisations.Where(row => wanted.Contains(row.Code)).Select(row => row.Code).ToListAsync(cancellation);
        if (wanted.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } missing)
            throw RuleException.Invalid(field, $"No organisation {missing} is recorded: check the code, or record the organisation first.");
    }

    /// <summary>Checks that all organisations are recorded and still exist on the day.</summary>
    /// <exception cref="RuleException">One is not recorded, or closed.</exception>
    public static async Task CheckServableAsync(
        this RolesContext context, IEnumerable<OrganisationCode> codes, DateOnly today, CancellationToken cancellation)
    {
        var wanted = codes.Select(code => code.Value).Distinct().ToList();
        await context.CheckRecordedAsync("served.organisation_code", wanted.Select(code => new OrganisationCode(code)), cancellation);
        var closed = await context.Organisations
            .Where(row => wanted.Contains(row.Code) && row.EndsOn <= today)
            .Select(row => new { row.Code, row.EndsOn })
            .FirstOrDefaultAsync(cancellation);
        if (closed is { EndsOn: { } end })
        {
            throw RuleException.Precondition(
                "ORGANISATION_CLOSED",
                $"{closed.Code} existed until the day before {Text.Day(end)}: choose the organisation that followed it.");
        }
    }

    /// <summary>Checks that the ids of posts and their appointments are not in use.</summary>
    /// <exception cref="Grpc.Core.RpcException">ALREADY_EXISTS: one is.</exception>
    public static async Task CheckNewAsync(this RolesContext context, IReadOnlyList<Post> posts, CancellationToken cancellation)
    {
        var ids = posts.Select(post => post.Id).ToList();
        if (ids.Distinct().Count() != ids.Count)
            throw RuleException.Invalid("posts.id", "Give each post of the request an id of its own.");
        if (await context.Posts.AnyAsync(row => ids.Contains(row.Id), cancellation))
            throw Errors.AlreadyExists("POST_EXISTS", "A post with this id exists already: change that one, or leave out the id.");
        await context.CheckNewAsync([.. posts.SelectMany(post => post.Appointments)], cancellation);
    }

    /// <summary>Checks that the ids of appointments are not in use.</summary>
    /// <exception cref="Grpc.Core.RpcException">ALREADY_EXISTS: one is.</exception>
    public static async Task CheckNewAsync(
        this RolesContext context, IReadOnlyList<Appointment> appointments, CancellationToken cancellation)
    {
        var ids = appointments.Select(appointment => appointment.Id).ToList();
        if (ids.Distinct().Count() != ids.Count)
            throw RuleException.Invalid("appointments.id", "Give each appointment of the request an id of its own.");
        if (await context.Appointments.AnyAsync(row => ids.Contains(row.Id), cancellation))
            throw Errors.AlreadyExists("APPOINTMENT_EXISTS", "An appointment with this id exists already: leave out the id.");
    }

    /// <summary>Checks that all groups are formed.</summary>
    /// <exception cref="RuleException">One is not.</exception>
    public static async Task CheckGroupsAsync(this RolesContext context, IEnumerable<string> ids, CancellationToken cancellation)
    {
        var wanted = ids.Distinct().ToList();
        var known = await context.Groups.CountAsync(row => wanted.Contains(row.Id), cancellation);
        if (known < wanted.Count)
            throw RuleException.Invalid("group_id", "There is no group with this id: form the group first.");
    }

    /// <summary>Checks that all deputies are posts.</summary>
    /// <exception cref="RuleException">One is not.</exception>
    public static async Task CheckDeputiesAsync(this RolesContext context, IEnumerable<Deputy> deputies, CancellationToken cancellation)
    {
        var wanted = deputies.Select(deputy => deputy.PostId).Distinct().ToList();
        var known = await context.Posts.CountAsync(row => wanted.Contains(row.Id), cancellation);
        if (known < wanted.Count)
            throw RuleException.Invalid("deputies.post_id", "A deputy is no post that is recorded: create the deputy post first.");
    }
}
