using Talent.Roles.Domain;
using static Talent.Roles.Tests.Domain.Sample;

namespace Talent.Roles.Tests.Domain;

public class AppointmentTests
{
    [Fact]
    public void Constructor_WithoutKind_Refuses() =>
        Assert.Throws<RuleException>(() => Appointed("a", Start, kind: AppointmentKind.Unspecified));

    [Fact]
    public void Constructor_AnEndOnTheFirstDay_Refuses() => Assert.Throws<RuleException>(() => Appointed("a", Start, Start));

    [Fact]
    public void Constructor_TwoLeads_Refuses() =>
        Assert.Throws<RuleException>(() => Appointed("a", Start, terms: [new(One, Lead: true), new(Two, Lead: true)]));

    [Fact]
    public void Constructor_AReasonWithoutAnEnd_Refuses() => Assert.Throws<RuleException>(
        () => new Appointment("a", "p", AppointmentKind.Interim, [new(One)], Start, endReason: EndReason.Retired));

    [Fact]
    public void Constructor_AFirstAppointmentAfterTheStart_Refuses() =>
        Assert.Throws<RuleException>(() => Appointed("a", Start, terms: [new(One, FirstAppointedOn: Start.AddDays(1))]));

    [Fact]
    public void Constructor_AClockForEachBoard_KeepsBoth()
    {
        var appointment = Appointed("a", Start, terms:
            [new(One, FirstAppointedOn: new DateOnly(2014, 1, 1)), new(Two, FirstAppointedOn: new DateOnly(2019, 1, 1))]);

        Assert.Equal([2014, 2019], appointment.Terms.Select(term => term.FirstAppointedOn!.Value.Year));
    }

    [Fact]
    public void Constructor_ServiceOnABoardBeyondTheEnd_Refuses() => Assert.Throws<RuleException>(
        () => Appointed("a", Start, Start.AddYears(1), terms: [new(One, EndedOn: Start.AddYears(2)), new(Two)]));
}
