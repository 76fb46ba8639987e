using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Types.V1;

namespace Talent.Demonstration.Generation;

/// <summary>
/// The part of an appointment at each organisation. Chairs and non-executives have a clock per board: terms of three years, at most nine
/// years from the first appointment to that board (NHS Code of governance 4.3).
/// </summary>
internal sealed class TermGenerator(DateOnly asOf, RandomSource random)
{
    private const int TermYears = 3;
    private const int MostYears = 9;

    public void AddTerms(PostPlan post, Appointment appointment)
    {
        var start = appointment.Start.ToDay();
        foreach (var trust in post.Trusts)
        {
            var term = new AppointmentTerm
            {
                OrganisationCode = trust.Code,
                Basis = BasisOf(post, trust),
                Lead = trust == post.Lead,
                AppointingBody = post.Kind == PostKind.NonExecutive ? trust.AppointingBody : "board-committee",
                FirstAppointedOn = FirstAppointed(post, trust, start)?.ToDate(),
            };
            if (random.Chance(0.9))
                term.ApprovedOn = start.AddDays(-random.Between(20, 70)).ToDate();
            appointment.Terms.Add(term);
        }
    }

    /// <summary>Lets the clock of a person on a board run since their first appointment to it, in whatever post.</summary>
    public static void CarryClocksOn(GroupPlan group)
    {
        var clocks = group.Posts.SelectMany(post => post.Post.Appointments)
            .SelectMany(appointment => appointment.Terms, (appointment, term) => (appointment, term))
            .GroupBy(row => (row.appointment.PersonId, row.term.OrganisationCode));
        foreach (var clock in clocks)
        {
            var first = clock.Where(row => row.term.FirstAppointedOn is not null).Min(row => row.term.FirstAppointedOn?.ToDay());
            foreach (var (_, term) in clock.Where(row => first <= row.appointment.Start.ToDay()))
                term.FirstAppointedOn = first.ToDate();
        }
    }

    /// <summary>The end of the term that runs today: the next third anniversary, but not beyond nine years on the first board.</summary>
    public Date EndOfTerm(Appointment appointment)
    {
        var start = appointment.Start.ToDay();
        var end = start.AddYears(TermYears);
        while (end <= asOf)
            end = end.AddYears(TermYears);
        var known = appointment.Terms.Where(term => term.FirstAppointedOn is not null).Select(term => term.FirstAppointedOn.ToDay());
        var limit = known.Append(start).Min().AddYears(MostYears);
        if (limit < end)
            end = limit > asOf ? limit : asOf.AddMonths(random.Between(2, 6));
        return end.ToDate();
    }

    // A chair in common came from the first board; some sat on a board before they took its chair; some dates nobody recorded.
    private DateOnly? FirstAppointed(PostPlan post, TrustPlan trust, DateOnly start)
    {
        if (post.Kind != PostKind.NonExecutive)
            return start;
        if (random.Chance(0.03))
            return null;
        var before = post.Trusts.Count > 1 && trust == post.Lead || (post.IsFamily(Families.Chair) && random.Chance(0.2));
        var first = before ? start.AddMonths(-random.Between(10, 40)) : start;
        var earliest = asOf.AddYears(-MostYears).AddMonths(-8);
        return first >= earliest || start < earliest ? first : earliest;
    }

    private static EngagementBasis BasisOf(PostPlan post, TrustPlan trust)
    {
        if (post.Kind == PostKind.NonExecutive)
            return EngagementBasis.OfficeHolder;
        if (trust == post.Lead)
            return EngagementBasis.Employed;
        return post.IsFamily(Families.ChiefExecutive) ? EngagementBasis.Honorary : EngagementBasis.Seconded;
    }
}
