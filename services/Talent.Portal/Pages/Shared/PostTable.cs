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
