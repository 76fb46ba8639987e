using Talent.Portal.Reading;
using Talent.Portal.Words;
using Talent.Roles.V1;

namespace Talent.Portal.Pages;

/// <summary>Posts with who holds them, as a table shows them.</summary>
/// <param name="Posts">The posts, by title.</param>
/// <param name="People">Names of the holders.</param>
/// <param name="Organisations">Names of the organisations served.</param>
/// <param name="Today">The day in London.</param>
public sealed record PostTable(IReadOnlyList<Post> Posts, PeopleNames People, OrganisationNames Organisations, DateOnly Today)
{
    /// <summary>Code of the one organisation that the table is about: it lists who holds the posts there. Empty: all of them.</summary>
    public string OrganisationCode { get; init; } = "";

    /// <summary>Who holds a post, in the organisation that the table is about.</summary>
    public IReadOnlyList<Appointment> HoldersOf(Post post) => OrganisationCode.Length == 0
        ? Running(post, Today)
        : [.. Running(post, Today).Where(appointment => Serves(appointment, OrganisationCode, Today))];

    /// <summary>Names of the organisations where nobody holds a post substantively although somebody does elsewhere.</summary>
    public IReadOnlyList<string> VacantIn(Post post) => VacantInPart(post, OrganisationCode, Organisations);

    /// <summary>Names of the organisations where nobody holds a post substantively although somebody does elsewhere.</summary>
    /// <param name="post">The post.</param>
    /// <param name="organisationCode">The one organisation that counts; empty: all of them.</param>
    /// <param name="names">Names of the organisations.</param>
    public static IReadOnlyList<string> VacantInPart(Post post, string organisationCode, OrganisationNames names)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(names);
        return post.VacantSince is not null
            ? []
            : [.. post.VacantInOrganisationCodes.Where(code => organisationCode.Length == 0 || code == organisationCode).Select(names.Of)];
    }

    /// <summary>Whether an appointment has not been left for one organisation by a day.</summary>
    public static bool Serves(Appointment appointment, string organisationCode, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(appointment);
        return !appointment.Terms.Any(term => term.OrganisationCode == organisationCode && term.EndedOn.Day() <= day);
    }

    /// <summary>Whether an appointment runs on a day.</summary>
    public static bool Runs(Appointment appointment, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(appointment);
        return !(day < appointment.Start.Day()) && !(day >= appointment.End.Day());
    }

    /// <summary>The appointments to a post that run on a day.</summary>
    public static IReadOnlyList<Appointment> Running(Post post, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(post);
        return [.. post.Appointments.Where(appointment => Runs(appointment, day))];
    }

    /// <summary>Ids of the people who hold one of the posts.</summary>
    public static IEnumerable<string> Holders(IEnumerable<Post> posts, DateOnly day) =>
        posts.SelectMany(post => Running(post, day)).Select(appointment => appointment.PersonId);

    /// <summary>Codes of the organisations that the posts serve.</summary>
    public static IEnumerable<string> Codes(IEnumerable<Post>? posts) =>
        (posts ?? []).SelectMany(post => post.Served).Select(served => served.OrganisationCode);
}
