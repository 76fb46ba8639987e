using Talent.Roles.Domain;
using static Talent.Roles.Tests.Domain.Sample;

namespace Talent.Roles.Tests.Domain;

public class PostSharingTests
{
    [Fact]
    public void Share_WithAnotherTrust_ExtendsWhoIsInPost()
    {
        var after = Post(Appointed("a", Start)).Share(Serves((One, 0.4), (Two, 0.3), (Three, 0.3)), 5, Today);

        var appointment = Assert.Single(after.Post.Appointments);
        Assert.Equal([One, Two, Three], appointment.Terms.Select(term => term.Code));
        Assert.Equal([new PostShared(), new AppointmentChanged(appointment)], after.Changes);
        Assert.Equal(5, after.Post.Details.DaysPerWeek);
    }

    [Fact]
    public void Share_WithoutATrust_EndsTheServiceThere()
    {
        var after = Post(Appointed("a", Start)).Share(Serves((One, 1)), null, Today);

        var appointment = Assert.Single(after.Post.Appointments);
        Assert.Equal([new(One), new(Two, EndedOn: Today)], appointment.Terms);
        Assert.Equal([new PostShared(), new AppointmentEnded(appointment, Two)], after.Changes);
    }

    [Fact]
    public void Share_WithABoardThatTheHolderServedBefore_CarriesTheClockOn()
    {
        var clocks = new RecordedClocks([("person-a", Three, Start.AddYears(-2)), ("person-a", Three, Start.AddYears(-1))]);

        var after = Post(Appointed("a", Start)).Share(Serves((One, 0.5), (Two, 0.3), (Three, 0.2)), null, Today, clocks);

        Assert.Equal(Start.AddYears(-2), Assert.Single(after.Post.Appointments).Terms[2].FirstAppointedOn);
    }

    [Fact]
    public void Share_AgainWithATrust_ForgetsDayAndReasonOfLeavingIt()
    {
        var left = Post(Appointed("a", Start, terms: [new(One), new(Two, EndedOn: Today.AddDays(-9), EndReason: EndReason.TermEnded)]))
            .Share(Serves((One, 1)), null, Today.AddDays(-5)).Post;

        var again = left.Share(Serves((One, 0.5), (Two, 0.5)), null, Today).Post;

        Assert.Equal([new(One), new(Two)], Assert.Single(again.Appointments).Terms);
    }

    [Fact]
    public void Share_ForSomebodyWhoHasNotStarted_ForgetsTheTrust()
    {
        var after = Post(Appointed("a", Today.AddDays(30))).Share(Serves((One, 1)), null, Today);

        Assert.Equal([new(One)], Assert.Single(after.Post.Appointments).Terms);
    }

    [Fact]
    public void Share_LeavingSomebodyWithoutABoard_Refuses()
    {
        var post = Post(Appointed("a", Start, terms: [new(Two)]));

        Assert.Equal(
            "APPOINTMENT_WITHOUT_BOARD", Assert.Throws<RuleException>(() => post.Share(Serves((One, 1)), null, Today)).Subject);
    }

    [Fact]
    public void Share_AppointmentsThatAreOver_StayAsTheyWere()
    {
        var over = Appointed("a", Start, Today.AddDays(-1));

        Assert.Equal([over], Post(over).Share(Serves((Three, 1)), null, Today).Post.Appointments);
    }

    [Fact]
    public void Share_AsBefore_ChangesNothing() => Assert.Empty(Post().Share(Serves((One, 0.5), (Two, 0.5)), null, Today).Changes);

    [Fact]
    public void Served_ThreeThirds_AddUpToOne() => Assert.Equal(3, Serves((One, 1.0 / 3), (Two, 1.0 / 3), (Three, 1.0 / 3)).Rows.Count);

    [Fact]
    public void Served_MoreThanTheWhole_Refuses()
    {
        var broken = Assert.Throws<RuleException>(() => Serves((One, 0.6), (Two, 0.6)));

        Assert.Equal("The shares add up to 1.2; together they are at most 1, the whole of the post.", broken.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Served_AShareOutsideItsBounds_Refuses(double share) => Assert.Throws<RuleException>(() => Serves((One, share)));

    [Fact]
    public void Served_Nobody_Refuses() => Assert.Throws<RuleException>(() => Serves());

    [Fact]
    public void Served_OneTrustTwice_Refuses() => Assert.Throws<RuleException>(() => Serves((One, 0.1), (One, 0.1)));
}
