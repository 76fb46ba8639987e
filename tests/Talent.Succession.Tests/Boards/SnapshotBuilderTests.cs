using Talent.Development.V1;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Succession.Boards;
using Talent.Succession.Domain;
using Talent.Succession.Engine.Inputs;
using Appointment = Talent.Roles.V1.Appointment;
using AppointmentKind = Talent.Roles.V1.AppointmentKind;
using LeavingIntention = Talent.Succession.Engine.Inputs.LeavingIntention;
using Post = Talent.Roles.V1.Post;

namespace Talent.Succession.Tests.Boards;

public sealed class SnapshotBuilderTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Build_PostThatEnded_IsLeftOutWithItsAppointments()
    {
        var ended = Sample.Post("p");
        ended.Period.End = Today.ToDate();
        var snapshot = Build([ended], [Sample.Appointment("p", "h", Today.AddYears(-1))]);
        Assert.Empty(snapshot.Posts);
        Assert.Empty(snapshot.Appointments);
    }

    [Theory]
    [InlineData(-10, null, true)]
    [InlineData(0, null, true)]
    [InlineData(1, null, false)]
    [InlineData(-10, 0, false)]
    [InlineData(-10, 1, true)]
    public void Build_Appointment_CountsFromItsStartToTheDayBeforeItsEnd(int start, int? end, bool expected)
    {
        var held = Sample.Appointment("p", "h", Today.AddDays(start));
        if (end is { } days) held.End = Today.AddDays(days).ToDate();
        Assert.Equal(expected, Build([Sample.Post("p")], [held]).Appointments.Count == 1);
    }

    [Fact]
    public void Build_InterimWhoBecameSubstantive_HoldsThePostOnce()
    {
        var interim = Sample.Appointment("p", "h", Today.AddYears(-2), "one");
        interim.Kind = AppointmentKind.Interim;
        var snapshot = Build([Sample.Post("p")], [interim, Sample.Appointment("p", "h", Today.AddYears(-1), "two")]);
        Assert.Equal(Engine.Inputs.AppointmentKind.Substantive, Assert.Single(snapshot.Appointments).Kind);
    }

    [Theory]
    [InlineData(true, "h", 0, Answer.Yes)]
    [InlineData(true, "h", 1, Answer.No)]
    [InlineData(true, "somebody else", 0, Answer.No)]
    [InlineData(true, "", 0, Answer.Unknown)]
    [InlineData(false, "", 0, Answer.No)]
    public void HasAccepted_OnADay_CountsOnlyWhileWhoAcceptedHoldsTheDeputyPost(
        bool accepted, string who, int endedDaysAgo, Answer expected)
    {
        var held = Sample.Appointment("deputy", "h", Today.AddYears(-1));
        if (endedDaysAgo > 0) held.End = Today.AddDays(-endedDaysAgo).ToDate();
        var deputy = new Deputy { PostId = "deputy", Accepted = accepted, AcceptedByPersonId = who };
        Assert.Equal(expected, SnapshotBuilder.HasAccepted(deputy, [held], Today));
    }

    [Fact]
    public void Build_TermEndedOnOneBoard_LeavesTheOther()
    {
        var held = Sample.Appointment("p", "h", Today.AddYears(-1));
        held.Terms.Add(new AppointmentTerm { OrganisationCode = "T1", EndedOn = Today.ToDate() });
        held.Terms.Add(new AppointmentTerm { OrganisationCode = "T2", FirstAppointedOn = Today.AddYears(-3).ToDate() });
        var snapshot = Build([Sample.Post("p", "T1", "T2")], [held]);
        Assert.Equal(["T2"], snapshot.OrganisationsRelyingOn(new PersonId("h")).Select(one => one.Value));
        Assert.Equal(["T1"], snapshot.OrganisationsWithoutHolder(new PostId("p")).Select(one => one.Value));
    }

    [Fact]
    public void Build_TermThatEndsLater_KeepsItsClockUntilThen()
    {
        var held = Sample.Appointment("p", "h", Today.AddYears(-1));
        held.Terms.Add(new AppointmentTerm
        {
            OrganisationCode = "T1",
            FirstAppointedOn = Today.AddYears(-3).ToDate(),
            EndedOn = Today.AddDays(1).ToDate(),
        });
        var appointment = Assert.Single(Build([Sample.Post("p", "T1")], [held]).Appointments);
        Assert.Equal(Today.AddYears(-3), Assert.Single(appointment.Boards).FirstAppointed);
        Assert.Empty(appointment.LeftBoards);
    }

    [Fact]
    public void Build_KindNotKnown_FillsNoPost()
    {
        var held = Sample.Appointment("p", "h", Today.AddYears(-1));
        held.Kind = AppointmentKind.Unspecified;
        Assert.Empty(Build([Sample.Post("p")], [held]).HoldersOf(new PostId("p")));
    }

    [Fact]
    public void Build_NothingRecorded_StaysUnknown()
    {
        var bare = new Post { Id = "p", Title = "Post", Family = "chair", GroupId = Sample.Group };
        bare.Served.Add(new ServedOrganisation { OrganisationCode = "T1" });
        var post = Assert.Single(Build([bare], []).Posts);
        Assert.Null(post.DaysPerWeek);
        Assert.Null(post.Criticality.Weight);
        Assert.Null(post.Serves[0].Share);
        Assert.Equal((Answer.Unknown, PostLevel.Unknown), (post.DesignedAroundPerson, post.Level));
    }

    [Fact]
    public void Build_CriticalityAgreedByTheGroup_IsAgreed()
    {
        var inputs = Inputs([Sample.Post("p")], []) with { CriticalityAgreedOn = Today };
        Assert.Equal(Today, SnapshotBuilder.Build(inputs, Today).Posts[0].Criticality.AgreedOn);
        Assert.Null(Build([Sample.Post("p")], []).Posts[0].Criticality.AgreedOn);
    }

    [Fact]
    public void Build_ReadinessOnlyStatedForTheFamily_UsesTheStatement()
    {
        var inputs = Inputs([Sample.Post("p")], [], Named("x", null)) with { Statements = [Statement("chief-executive", Today)] };
        Assert.Equal(Today, SnapshotBuilder.Build(inputs, Today).Nominations[0].Readiness.Latest);
    }

    [Fact]
    public void Build_ReadinessStatedForAnotherFamily_StaysUnknown()
    {
        var inputs = Inputs([Sample.Post("p")], [], Named("x", null)) with { Statements = [Statement("chair", Today)] };
        Assert.True(SnapshotBuilder.Build(inputs, Today).Nominations[0].Readiness.IsUnknown);
    }

    [Fact]
    public void Build_ReadinessOfTheNomination_GoesBeforeTheStatement()
    {
        var own = new ReadyBetween(Today.AddYears(1), Today.AddYears(2));
        var inputs = Inputs([Sample.Post("p")], [], Named("x", own)) with { Statements = [Statement("chief-executive", Today)] };
        Assert.Equal(Today.AddYears(2), SnapshotBuilder.Build(inputs, Today).Nominations[0].Readiness.Latest);
    }

    [Fact]
    public void Build_ExternalSuccessor_IsExternal()
    {
        var external = new Nominee { Id = "n", ExternalTextId = "text", NominatedOn = Today };
        Assert.True(Assert.Single(Build([Sample.Post("p")], [], external).Nominations).IsExternal);
    }

    [Fact]
    public void Build_NomineeOfAnotherGroup_IsExternalWithUnknownReadinessWhateverWasStated()
    {
        var ready = new ReadyBetween(Today, Today);
        var inputs = Inputs([Sample.Post("p")], [], Named("x", ready)) with
        {
            Members = new HashSet<string>(),
            Statements = [Statement("chief-executive", Today)],
        };
        var nomination = Assert.Single(SnapshotBuilder.Build(inputs, Today).Nominations);
        Assert.Equal((true, true, "x"), (nomination.IsExternal, nomination.Readiness.IsUnknown, nomination.Nominee.Value));
        Assert.Null(nomination.RecordedOn);
    }

    [Theory]
    [InlineData(EndReason.Retired, true)]
    [InlineData(EndReason.Resigned, true)]
    [InlineData(EndReason.MovedElsewhere, true)]
    [InlineData(EndReason.MovedWithinGroup, false)]
    [InlineData(EndReason.TermEnded, false)]
    [InlineData(EndReason.CoverEnded, false)]
    [InlineData(EndReason.Unspecified, false)]
    public void Build_NomineeWhoseLastAppointmentEnded_IsAvailableUnlessThePersonWentAway(EndReason reason, bool left)
    {
        var nomination = Assert.Single(Build([Sample.Post("p"), Sample.Post("q")], [Over("q", reason)], Named("x", null)).Nominations);
        Assert.Equal(left, nomination.IsExternal);
    }

    [Fact]
    public void Build_NomineeWhoEndsLater_IsAvailableUntilThen()
    {
        var held = Over("q", EndReason.Retired);
        held.End = Today.AddDays(1).ToDate();
        Assert.False(Assert.Single(Build([Sample.Post("p"), Sample.Post("q")], [held], Named("x", null)).Nominations).IsExternal);
    }

    [Fact]
    public void Build_NomineeWhoCameBack_IsAvailable()
    {
        var back = Sample.Appointment("r", "x", Today.AddMonths(1));
        var nominations = Build(
            [Sample.Post("p"), Sample.Post("q"), Sample.Post("r")], [Over("q", EndReason.Retired), back], Named("x", null)).Nominations;
        Assert.False(Assert.Single(nominations).IsExternal);
    }

    [Theory]
    [InlineData(-20, 0, true)]
    [InlineData(-20, -1, false)]
    public void Build_IntentionToLeave_CountsUntilItsLastDayIsOver(int first, int last, bool counts)
    {
        var stated = new LeavingIntention(new PersonId("h"), Today.AddDays(first), Today.AddDays(last));
        var inputs = Inputs([Sample.Post("p")], [Sample.Appointment("p", "h", Today.AddYears(-1))]) with { Intentions = [stated] };
        Assert.Equal(counts ? stated : null, SnapshotBuilder.Build(inputs, Today).IntentionOf(stated.Person));
    }

    private static Appointment Over(string post, EndReason reason)
    {
        var held = Sample.Appointment(post, "x", Today.AddYears(-3));
        (held.End, held.EndReason) = (Today.AddMonths(-1).ToDate(), reason);
        return held;
    }

    private static Nominee Named(string person, ReadyBetween? readiness) =>
        new() { Id = $"n-{person}", PersonId = person, Readiness = readiness, NominatedOn = Today };

    private static ReadinessStatement Statement(string family, DateOnly latest) => new()
    {
        Id = "s",
        PersonId = "x",
        Family = family,
        StatedOn = Today.ToDate(),
        Readiness = new() { Earliest = latest.ToDate(), Latest = latest.ToDate() },
    };

    private static GroupSnapshot Build(Post[] posts, Appointment[] appointments, params Nominee[] nominees) =>
        SnapshotBuilder.Build(Inputs(posts, appointments, nominees), Today);

    private static GroupInputs Inputs(Post[] posts, Appointment[] appointments, params Nominee[] nominees) => new(
        Sample.Group, "Y56", null, [.. posts.Select(post => new KnownPost(post, null))], appointments,
        [.. nominees.Select(nominee => ("p", nominee))], nominees.Select(nominee => nominee.PersonId).OfType<string>().ToHashSet(), [],
        new LogPositions(1, 1, 1));
}
