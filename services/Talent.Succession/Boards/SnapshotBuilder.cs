using Talent.Development.V1;
using Talent.ServiceDefaults;
using Talent.Succession.Domain;
using Talent.Succession.Engine.Inputs;
using Contract = Talent.Roles.V1;
using Nomination = Talent.Succession.Engine.Inputs.Nomination;
using Readiness = Talent.Succession.Engine.Inputs.Readiness;

namespace Talent.Succession.Boards;

/// <summary>
/// Makes the engine's view of a group on one day from what the services told. What does not hold on that day is left out; what is not
/// recorded stays unknown.
/// </summary>
public static class SnapshotBuilder
{
    /// <summary>The group on a day.</summary>
    /// <param name="inputs">What the services told.</param>
    /// <param name="asOf">The day.</param>
    public static GroupSnapshot Build(GroupInputs inputs, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var requirements = new RequirementChecks(inputs, asOf);
        var posts = inputs.Posts.Select(known => known.Post).Where(post => Exists(post, asOf) && post.Served.Count > 0)
            .Select(post => ToPost(
                post, inputs.CriticalityAgreedOn, deputy => HasAccepted(deputy, inputs.Appointments, asOf), requirements.Of(post.Family)))
            .ToArray();
        var ids = posts.Select(post => post.Id.Value).ToHashSet(StringComparer.Ordinal);
        var appointments = inputs.Appointments.Where(held => ids.Contains(held.PostId) && Holds(held, asOf))
            // Somebody who was interim first and is substantive now holds the post once.
            .GroupBy(held => (held.PostId, held.PersonId))
            .Select(same => ToAppointment(same.OrderBy(held => held.Kind).ThenBy(held => held.Id, StringComparer.Ordinal).First(), asOf));
        var families = inputs.Posts.ToDictionary(known => known.Post.Id, known => known.Post);
        var statements = inputs.Statements.Where(statement => inputs.Members.Contains(statement.PersonId))
            .ToLookup(statement => statement.PersonId);
        var leavers = Leavers(inputs.Appointments, asOf);
        var nominations = inputs.Nominations.Where(name => ids.Contains(name.PostId)).Select(name => ToNomination(
            families[name.PostId], name.Nominee, statements, requirements,
            isMember: name.Nominee.PersonId is { } person && inputs.Members.Contains(person),
            isLeaver: name.Nominee.PersonId is { } nominee && leavers.Contains(nominee)));
        // Whoever is still there after the last day has stayed, and nothing more is known of when that will end.
        var intentions = inputs.Intentions.Where(leaver => leaver.Latest >= asOf);
        return new GroupSnapshot(asOf, posts, appointments, nominations, intentions);
    }

    /// <summary>Whether an appointment is in force on a day.</summary>
    public static bool Holds(Contract.Appointment held, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(held);
        return !(held.Start.ToDay("start") > day) && !(held.End.ToDay("end") <= day);
    }

    /// <summary>
    /// The statement that stands in for a readiness nobody gave with the nomination: about the post's family and tier, the latest, and of
    /// one day that of a panel before a manager's before the person's own.
    /// </summary>
    public static ReadinessStatement? StatementFor(Contract.Post post, IEnumerable<ReadinessStatement> statements)
    {
        ArgumentNullException.ThrowIfNull(post);
        return statements
            .Where(statement => statement.Family == post.Family
                && (statement.Level == Types.V1.Level.Unspecified || statement.Level == post.Level))
            .OrderByDescending(statement => statement.StatedOn.ToDay("stated_on")).ThenByDescending(statement => statement.Source)
            .ThenBy(statement => statement.Id, StringComparer.Ordinal).FirstOrDefault();
    }

    private static bool Exists(Contract.Post post, DateOnly day) => post.Period.ToDayPeriod("period").Contains(day);

    /// <summary>
    /// Whether the holder of a deputy post has accepted to stand in on a day: who accepted binds no successor. Not known when it is not
    /// recorded who accepted.
    /// </summary>
    public static Answer HasAccepted(Contract.Deputy deputy, IEnumerable<Contract.Appointment> appointments, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(deputy);
        if (!deputy.Accepted) return Answer.No;
        if (deputy.AcceptedByPersonId.Length == 0) return Answer.Unknown;
        return appointments.Any(held => held.PostId == deputy.PostId && held.PersonId == deputy.AcceptedByPersonId && Holds(held, day))
            ? Answer.Yes
            : Answer.No;
    }

    private static Post ToPost(
        Contract.Post post, DateOnly? agreedOn, Func<Contract.Deputy, Answer> hasAccepted, IEnumerable<RequirementKey> requirements) => new(
        new PostId(post.Id), new FamilyKey(post.Family), ToLevel(post.Level),
        post.Served.Select(served => new OrganisationServed(new(served.OrganisationCode), served.Share > 0 ? served.Share : null)),
        post.Criticality == 0 ? Criticality.NotGiven
            : agreedOn is { } day ? Criticality.Agreed(post.Criticality, day) : Criticality.Proposed(post.Criticality),
        post.DaysPerWeek > 0 ? post.DaysPerWeek : null,
        !post.HasDesignedAroundPerson ? Answer.Unknown : post.DesignedAroundPerson ? Answer.Yes : Answer.No,
        post.Deputies.Where(deputy => deputy.PostId != post.Id).DistinctBy(deputy => deputy.PostId)
            .Select(deputy => new DeputyArrangement(new PostId(deputy.PostId), hasAccepted(deputy))),
        post.Period?.Start.ToDay("start"), requirements);

    private static PostLevel ToLevel(Types.V1.Level level) => level switch
    {
        Types.V1.Level.Group => PostLevel.Group,
        Types.V1.Level.Trust => PostLevel.Trust,
        Types.V1.Level.Site => PostLevel.Site,
        Types.V1.Level.Division => PostLevel.Division,
        _ => PostLevel.Unknown,
    };

    private static Appointment ToAppointment(Contract.Appointment held, DateOnly day)
    {
        var start = held.Start.ToDay("start");
        var plannedEnd = held.PlannedEnd.ToDay("planned_end");
        return new Appointment(
            new PostId(held.PostId), new PersonId(held.PersonId), ToKind(held.Kind), start, plannedEnd <= start ? null : plannedEnd,
            held.Terms.Where(term => !(term.EndedOn.ToDay("ended_on") <= day)).DistinctBy(term => term.OrganisationCode)
                .Select(term => new BoardClock(new(term.OrganisationCode), term.FirstAppointedOn.ToDay("first_appointed_on"))),
            held.Terms.Where(term => term.EndedOn.ToDay("ended_on") <= day).Select(term => new OrganisationId(term.OrganisationCode))
                .Distinct());
    }

    // A kind that is not known fills no post: unknown is never safe.
    private static AppointmentKind ToKind(Contract.AppointmentKind kind) => kind switch
    {
        Contract.AppointmentKind.Substantive => AppointmentKind.Substantive,
        Contract.AppointmentKind.Acting => AppointmentKind.Acting,
        Contract.AppointmentKind.Secondment => AppointmentKind.Secondment,
        _ => AppointmentKind.Interim,
    };

    /// <summary>
    /// Who has left by the day: the appointment of the group that ended last ended because the person went, and no other goes on or is to
    /// begin. Whether somebody who left would come is not known.
    /// </summary>
    private static HashSet<string> Leavers(IEnumerable<Contract.Appointment> appointments, DateOnly asOf) =>
    [
        .. appointments.GroupBy(held => held.PersonId, StringComparer.Ordinal)
            .Where(held =>
            {
                var last = held.Max(EndOf);
                return last <= asOf && held.Any(one => EndOf(one) == last && WentAway(one.EndReason));
            })
            .Select(held => held.Key),
    ];

    private static DateOnly EndOf(Contract.Appointment held) => held.End.ToDay("end") ?? DateOnly.MaxValue;

    private static bool WentAway(Contract.EndReason reason) =>
        reason is Contract.EndReason.Resigned or Contract.EndReason.Retired or Contract.EndReason.MovedElsewhere;

    // Of people of another group, or of whom no group is known, neither availability nor readiness is known here.
    private static Nomination ToNomination(
        Contract.Post post, Nominee nominee, ILookup<string, ReadinessStatement> statements, RequirementChecks requirements, bool isMember,
        bool isLeaver)
    {
        var own = isMember || nominee.IsExternal ? nominee.Readiness : null;
        var stated = own is null && nominee.PersonId is { } person ? StatementFor(post, statements[person]) : null;
        var readiness = own is not null
            ? ToReadiness(own.Earliest, own.Latest)
            : ToReadiness(stated?.Readiness?.Earliest.ToDay("earliest"), stated?.Readiness?.Latest.ToDay("latest"));
        return new Nomination(
            new PostId(post.Id), new PersonId(nominee.PersonId ?? nominee.Id), readiness, nominee.Rank, ToDisclosure(nominee.Telling),
            nominee.IsEndorsed, !isMember || isLeaver, own is null ? stated?.StatedOn.ToDay("stated_on") : nominee.ReadinessRecordedOn,
            requirements.Answers(post.Id, nominee.PersonId, isMember));
    }

    /// <summary>A readiness of which an end may not be recorded.</summary>
    internal static Readiness ToReadiness(DateOnly? earliest, DateOnly? latest) =>
        (earliest ?? latest) is { } first ? Readiness.Between(first, latest) : Readiness.Unknown;

    private static Disclosure ToDisclosure(Telling telling) => telling switch
    {
        Telling.Told => Disclosure.Told,
        Telling.Confidential => Disclosure.Confidential,
        _ => Disclosure.NotYetTold,
    };
}
