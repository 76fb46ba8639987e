using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Scenarios;

/// <summary>The same with some parts replaced. What is left out stays.</summary>
internal static class Copies
{
    public static GroupSnapshot With(
        this GroupSnapshot group, IEnumerable<Post>? posts = null, IEnumerable<Appointment>? appointments = null,
        IEnumerable<Nomination>? nominations = null) =>
        new(group.AsOf, posts ?? group.Posts, appointments ?? group.Appointments, nominations ?? group.Nominations,
            group.Intentions);

    public static Post With(
        this Post post, IEnumerable<OrganisationServed>? serves = null, IEnumerable<DeputyArrangement>? deputies = null,
        Criticality? criticality = null) =>
        new(post.Id, post.Family, post.Level, serves ?? post.Serves, criticality ?? post.Criticality, post.DaysPerWeek,
            post.DesignedAroundPerson, deputies ?? post.Deputies, post.Established, post.Requirements);

    public static Appointment On(
        this Appointment held, PostId post, IEnumerable<BoardClock> boards, IEnumerable<OrganisationId> left, DateOnly? plannedEnd) =>
        new(post, held.Person, held.Kind, held.Start, plannedEnd, boards, left);

    public static Nomination For(this Nomination name, PostId post, int? rank) => new(
        post, name.Nominee, name.Readiness, rank, name.Disclosure, name.IsEndorsed, name.IsExternal, name.RecordedOn, name.Requirements);

    public static Nomination ReadyAs(this Nomination name, Readiness readiness) => new(
        name.Post, name.Nominee, readiness, name.Rank, name.Disclosure, name.IsEndorsed, name.IsExternal, name.RecordedOn,
        name.Requirements);

    public static bool Holds(this GroupSnapshot group, PersonId person, PostId post) =>
        group.HoldersOf(post).Any(held => held.Person == person);

    public static void RequirePerson(this GroupSnapshot group, PersonId person)
    {
        if (group.PostsHeldBy(person).Any() || group.Nominations.Any(name => name.Nominee == person)) return;
        throw new ArgumentException(
            $"Choose somebody who holds a post of the group or is named for one; {person} does neither.", nameof(person));
    }

    public static void RequireOrganisation(this GroupSnapshot group, OrganisationId organisation)
    {
        if (group.Posts.Any(post => post.IsServing(organisation))) return;
        throw new ArgumentException(
            $"Choose an organisation that a post of the group serves; none serves {organisation}.", nameof(organisation));
    }
}
