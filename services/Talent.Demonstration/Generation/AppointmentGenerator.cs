using Talent.Messaging;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Demonstration.Generation;

/// <summary>Invents who holds the posts, who held them before, and who covers those without a substantive holder.</summary>
internal sealed class AppointmentGenerator(
    DateOnly asOf, IdentifierSource identifiers, PersonGenerator people, RandomSource random)
{
    private const double ShareWithFormerHolder = 0.35;
    private const double ShareOfSecondSeats = 0.04;

    private readonly Tenures tenures = new(random);
    private readonly TermGenerator terms = new(asOf, random);

    /// <summary>Fills the posts of a group, which must stand in the order deputies first.</summary>
    public void AddAppointments(GroupPlan group, IReadOnlyDictionary<PostPlan, Filling> fillings)
    {
        foreach (var post in group.Posts)
        {
            var filling = fillings.GetValueOrDefault(post);
            if (filling == Filling.Substantive)
                Fill(group, post);
            else
                Cover(group, post, filling);
            SetPeriod(post.Post);
        }
        TermGenerator.CarryClocksOn(group);
        DeputyGenerator.SayWhoAccepted(group);
        foreach (var person in group.People)
            person.ManagerId = ManagerOf(group, person.Id);
    }

    private void Fill(GroupPlan group, PostPlan post)
    {
        var holder = HolderElsewhere(group, post) ?? people.Add(group, post.Lead, IdentityOf(group, post)).Id;
        var nonExecutive = post.Kind == PostKind.NonExecutive;
        var years = nonExecutive ? tenures.OnBoard() : tenures.SoFar(post);
        var start = asOf.MonthBefore(group.Arrangement.IsFirstGroup && post.IsFamily(Families.ChiefExecutive) ? 6.2 : years);
        if (random.Chance(ShareWithFormerHolder) && post.Kind != PostKind.Division)
            AddFormer(group, post, start.AddMonths(-random.Between(0, 5)));
        var appointment = Appoint(post, holder, AppointmentKind.Substantive, start);
        if (nonExecutive)
            appointment.PlannedEnd = terms.EndOfTerm(appointment);
        post.HolderId = holder;
        post.InPostId = holder;
    }

    private void Cover(GroupPlan group, PostPlan post, Filling filling)
    {
        var left = asOf.AddDays(-random.Between(20, 280));
        AddFormer(group, post, left);
        if (filling == Filling.Empty)
            return;
        var deputy = post.Post.Deputies.Select(named => group.Posts.First(other => other.Post.Id == named.PostId).HolderId).FirstOrDefault();
        var acting = filling == Filling.Acting && deputy is not null;
        var cover = acting ? deputy! : people.Add(group, post.Lead).Id;
        var appointment = Appoint(post, cover, acting ? AppointmentKind.Acting : AppointmentKind.Interim, left);
        appointment.PlannedEnd = asOf.AddDays(random.Between(20, 240)).ToDate();
        post.InPostId = cover;
    }

    private void AddFormer(GroupPlan group, PostPlan post, DateOnly end)
    {
        var former = people.Add(group, post.Lead);
        var appointment = Appoint(post, former.Id, AppointmentKind.Substantive, end.MonthBefore(tenures.Ended(post)));
        appointment.End = end.ToDate();
        appointment.EndReason = post.Kind == PostKind.NonExecutive
            ? random.PickWeighted((EndReason.TermEnded, 70), (EndReason.Resigned, 20), (EndReason.MovedElsewhere, 10))
            : random.PickWeighted(
                (EndReason.MovedElsewhere, 45), (EndReason.Retired, 25), (EndReason.Resigned, 15), (EndReason.Unspecified, 15));
    }

    private Appointment Appoint(PostPlan post, string person, AppointmentKind kind, DateOnly start)
    {
        var appointment = new Appointment
        {
            Id = identifiers.Next(),
            PostId = post.Post.Id,
            PersonId = person,
            Kind = kind,
            Start = start.ToDate(),
        };
        terms.AddTerms(post, appointment);
        post.Post.Appointments.Add(appointment);
        return appointment;
    }

    // One finance director of several trusts; now and then a non-executive director who sits on two boards of the group.
    private string? HolderElsewhere(GroupPlan group, PostPlan post)
    {
        var held = group.Posts.Where(other => other.Kind == post.Kind && other.IsFamily(post.Post.Family) && other.HolderId is not null);
        if (group.Arrangement.OneHolderFamilies.Contains(post.Post.Family) && post.Kind == PostKind.Executive)
            return held.FirstOrDefault()?.HolderId;
        if (!post.IsFamily(Families.NonExecutiveDirector) || !random.Chance(ShareOfSecondSeats))
            return null;
        return held.FirstOrDefault(other => other.Lead != post.Lead)?.HolderId;
    }

    private static string? IdentityOf(GroupPlan group, PostPlan post)
    {
        if (!group.Arrangement.IsFirstGroup)
            return null;
        if (post.IsFamily(Families.ChiefPeopleOfficer) && post.Kind == PostKind.Executive)
            return DemonstrationIdentities.DirectorPersonId;
        var leads = post.IsFamily(Families.SiteChiefExecutive)
            && post == group.Posts.First(other => other.IsFamily(Families.SiteChiefExecutive));
        return leads ? DemonstrationIdentities.LeaderPersonId : null;
    }

    // A post begins in the April before anybody is known to have held it.
    private void SetPeriod(Post post)
    {
        var first = post.Appointments.Min(appointment => appointment.Start.ToDay());
        var april = new DateOnly(first.Year - random.Between(0, 2), 4, 1);
        post.Period = Days.From(april < first ? april : april.AddYears(-1));
    }

    private static string ManagerOf(GroupPlan group, string person)
    {
        var post = group.Posts.FirstOrDefault(post => post.InPostId == person);
        var manager = post?.Manager?.InPostId;
        return manager is null || manager == person ? "" : manager;
    }
}
