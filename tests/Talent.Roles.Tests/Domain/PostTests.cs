using Talent.Roles.Domain;
using static Talent.Roles.Tests.Domain.Sample;

namespace Talent.Roles.Tests.Domain;

public class PostTests
{
    private static readonly DateOnly End = new(2026, 9, 1);

    [Fact]
    public void AsCreated_WithoutAppointments_OpensAVacancyFromTheFirstDay() =>
        Assert.Equal([new PostCreated(), new VacancyOpened(Start)], Post().AsCreated().Changes);

    [Fact]
    public void AsCreated_WithAHolderFromTheFirstDay_OpensNoVacancy()
    {
        var holder = Appointed("a", Start);

        Assert.Equal([new PostCreated(), new AppointmentMade(holder)], Post(holder).AsCreated().Changes);
    }

    [Fact]
    public void Appoint_ToAVacantPost_ClosesTheVacancy()
    {
        var after = Post().Appoint(Appointed("a", Today));

        Assert.Equal(new VacancyClosed(Today), after.Changes[^1]);
        Assert.Null(after.Post.VacantSince(Today));
        Assert.Equal(Start, after.Post.VacantSince(Today.AddDays(-1)));
    }

    [Theory]
    [InlineData(AppointmentKind.Interim)]
    [InlineData(AppointmentKind.Acting)]
    [InlineData(AppointmentKind.Secondment)]
    public void Appoint_SomebodyWhoCovers_LeavesThePostVacant(AppointmentKind kind)
    {
        var after = Post().Appoint(Appointed("a", Today, kind: kind));

        Assert.Equal(Start, after.Post.VacantSince(Today));
        Assert.Single(after.Changes);
    }

    [Fact]
    public void Appoint_ASecondSubstantiveHolder_Refuses()
    {
        var broken = Assert.Throws<RuleException>(() => Post(Appointed("a", Start)).Appoint(Appointed("b", Today)));

        Assert.Equal("POST_ALREADY_HELD", broken.Subject);
        Assert.Equal(
            "Somebody holds this post in their own right from 2020-01-01: end that appointment before 2026-07-01.", broken.Message);
    }

    [Fact]
    public void Appoint_ThePersonAlreadyInPost_Refuses() => Assert.Equal(
        "PERSON_ALREADY_IN_POST",
        Assert.Throws<RuleException>(() => Post(Appointed("a", Start, person: "p"))
            .Appoint(Appointed("b", Today, kind: AppointmentKind.Acting, person: "p"))).Subject);

    [Fact]
    public void Appoint_BeforeThePostExists_Refuses() => Assert.Equal(
        "POST_DOES_NOT_EXIST", Assert.Throws<RuleException>(() => Post().Appoint(Appointed("a", Start.AddDays(-1)))).Subject);

    [Fact]
    public void Appoint_ForABoardThePostDoesNotServe_Refuses() => Assert.Equal(
        "ORGANISATION_NOT_SERVED",
        Assert.Throws<RuleException>(() => Post().Appoint(Appointed("a", Today, terms: [new(Three)]))).Subject);

    [Fact]
    public void End_Everywhere_OpensAVacancyFromTheEnd()
    {
        var after = Post(Appointed("a", Start)).End("a", End, EndReason.Retired, Today);

        Assert.Equal(new VacancyOpened(End), after.Changes[^1]);
        Assert.Equal(End, after.Post.VacantSince(End));
        Assert.Null(after.Post.VacantSince(End.AddDays(-1)));
    }

    [Fact]
    public void End_WhenASuccessorIsAppointed_OpensNoVacancy()
    {
        var after = Post(Appointed("a", Start, End), Appointed("b", End)).End("b", End.AddYears(1), EndReason.Other, Today);

        Assert.Equal([new VacancyOpened(End.AddYears(1))], after.Changes.Skip(1));
    }

    [Fact]
    public void End_OfAnAppointmentThatIsOver_Refuses() => Assert.Equal(
        "ALREADY_ENDED",
        Assert.Throws<RuleException>(() => Post(Appointed("a", Start, Today)).End("a", End, EndReason.Other, Today)).Subject);

    [Fact]
    public void End_WithAnEndStillToCome_MovesIt()
    {
        var after = Post(Appointed("a", Start, End)).End("a", End.AddDays(-30), EndReason.Resigned, Today);

        Assert.Equal(End.AddDays(-30), after.Post.VacantSince(End));
    }

    [Fact]
    public void End_OfAnUnknownAppointment_IsNotFound() => Assert.Equal(
        RuleKind.NotFound, Assert.Throws<RuleException>(() => Post().End("a", End, EndReason.Other, Today)).Kind);

    [Fact]
    public void EndOnBoard_OneOfTwo_KeepsTheAppointmentOnTheOther()
    {
        var after = Post(Appointed("a", Start)).EndOnBoard("a", One, End, EndReason.TermEnded, Today);

        var appointment = Assert.Single(after.Post.Appointments);
        Assert.Null(appointment.End);
        Assert.Equal([new(One, EndedOn: End, EndReason: EndReason.TermEnded), new(Two)], appointment.Terms);
        Assert.Equal([new AppointmentEnded(appointment, One)], after.Changes);
    }

    [Fact]
    public void EndOnBoard_TheLastOne_EndsTheAppointment()
    {
        var once = Post(Appointed("a", Start)).EndOnBoard("a", One, End, EndReason.TermEnded, Today).Post;

        var after = once.EndOnBoard("a", Two, End.AddDays(5), EndReason.TermEnded, Today);

        Assert.Equal(End.AddDays(5), Assert.Single(after.Post.Appointments).End);
        Assert.Equal(new VacancyOpened(End.AddDays(5)), after.Changes[^1]);
    }

    [Fact]
    public void EndOnBoard_TheLastOne_KeepsDayAndReasonOfTheBoardLeftBefore()
    {
        var once = Post(Appointed("a", Start)).EndOnBoard("a", One, End, EndReason.TermEnded, Today).Post;

        var ended = Assert.Single(once.EndOnBoard("a", Two, End.AddDays(5), EndReason.Retired, Today).Post.Appointments);

        Assert.Equal([new(One, EndedOn: End, EndReason: EndReason.TermEnded), new(Two)], ended.Terms);
        Assert.Equal(EndReason.Retired, ended.EndReason);
    }

    [Fact]
    public void EndOnBoard_WhileAnotherEndLiesAhead_EndsThisBoardOnItsOwnDay()
    {
        var later = Today.AddMonths(3);
        var once = Post(Appointed("a", Start)).EndOnBoard("a", One, later, EndReason.Retired, Today).Post;

        var ended = Assert.Single(once.EndOnBoard("a", Two, End, EndReason.TermEnded, Today).Post.Appointments);

        Assert.Equal([new(One), new(Two, EndedOn: End, EndReason: EndReason.TermEnded)], ended.Terms);
        Assert.Equal((later, EndReason.Retired), (ended.End, ended.EndReason));
    }

    [Fact]
    public void VacantIn_ABoardThatTheHolderLeft_IsThatBoardAlone()
    {
        var post = Post(Appointed("a", Start)).EndOnBoard("a", One, Today, EndReason.TermEnded, Today).Post;

        Assert.Empty(post.VacantIn(Today.AddDays(-1)));
        Assert.Equal([One], post.VacantIn(Today));
        Assert.Null(post.VacantSince(Today));
    }

    [Fact]
    public void VacantIn_HeldByAnInterim_IsEveryBoard() =>
        Assert.Equal([One, Two], Post(Appointed("a", Start, kind: AppointmentKind.Interim)).VacantIn(Today));

    [Fact]
    public void Amend_AsRecorded_ChangesNothing() => Assert.Empty(Post(Appointed("a", Start)).Amend("a", one => one).Changes);

    [Fact]
    public void Amend_APlannedEndBeforeTheStart_Refuses() => Assert.Equal(
        "appointment.planned_end",
        Assert.Throws<RuleException>(() => Post(Appointed("a", Start)).Amend("a", one => one.WithPlannedEnd(Start))).Subject);

    [Fact]
    public void Constructor_AnAcceptanceOfADeputyNamedOnPaper_Refuses() => Assert.Equal(
        "deputies.accepted",
        Assert.Throws<RuleException>(() => new PostDetails(
            "Chair", "chair", Level.Group, new(Start, null), deputies: [new("other", Accepted: false, AcceptedBy: "person")])).Subject);

    [Fact]
    public void EndOnBoard_ABoardNotServed_Refuses() => Assert.Equal(
        "BOARD_NOT_SERVED",
        Assert.Throws<RuleException>(() => Post(Appointed("a", Start)).EndOnBoard("a", Three, End, EndReason.Other, Today)).Subject);

    [Fact]
    public void Change_EqualDetails_ChangesNothing() => Assert.Empty(Post().Change(Details()).Changes);

    [Fact]
    public void Change_AnEndBeforeAnAppointmentEnds_Refuses() => Assert.Equal(
        "APPOINTMENT_OUTLIVES_POST",
        Assert.Throws<RuleException>(() => Post(Appointed("a", Start)).Change(Details(new(Start, End)))).Subject);

    [Fact]
    public void Constructor_ADeputyForItself_Refuses() => Assert.Throws<RuleException>(() => new Post(
        "post",
        "group",
        new("Chair", "chair", Level.Group, new(Start, null), deputies: [new("post", Accepted: true)]),
        Serves((One, 1))));
}
