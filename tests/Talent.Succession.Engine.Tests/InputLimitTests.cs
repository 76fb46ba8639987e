using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Tests;

/// <summary>The last value that is taken and the first that is refused.</summary>
public sealed class InputLimitTests
{
    private static readonly DateOnly Today = GroupBuilder.Today;
    private static readonly ReferenceNumber One = GroupBuilder.Number(1);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Criticality_LeastAndMost_AreTaken(int weight)
    {
        Assert.Equal((weight, Today), (Criticality.Agreed(weight, Today).PrudentWeight, Criticality.Agreed(weight, Today).AgreedOn));
        Assert.Equal((weight, null), (Criticality.Proposed(weight).PrudentWeight, Criticality.Proposed(weight).AgreedOn));
    }

    [Fact]
    public void PrudentWeight_NotGiven_IsTheGreatest() => Assert.Equal(5, Criticality.NotGiven.PrudentWeight);

    [Fact]
    public void OrganisationServed_WholeShare_IsTaken() => Assert.Equal(1, new OrganisationServed(new("A"), 1).Share);

    [Fact]
    public void OrganisationServed_MoreThanTheWhole_IsRefused() =>
        Assert.Throws<ArgumentException>("share", () => new OrganisationServed(new("A"), 1.01));

    [Theory]
    [InlineData(0.1)]
    [InlineData(7.0)]
    public void Post_DaysOfAWeek_AreTaken(double days) =>
        Assert.Equal(days, new GroupBuilder().Post("p", days: days).Build().Posts[0].DaysPerWeek);

    [Theory]
    [InlineData(0.0)]
    [InlineData(7.1)]
    [InlineData(double.NaN)]
    public void Post_DaysOutsideAWeek_AreRefused(double days) =>
        Assert.Throws<ArgumentException>("daysPerWeek", () => new GroupBuilder().Post("p", days: days));

    [Fact]
    public void Post_SharesThatAddUpToOne_AreTaken()
    {
        // Ten tenths are a little less or more than one, by rounding.
        OrganisationServed[] serves = [.. Enumerable.Range(0, 10).Select(at => new OrganisationServed(new($"T{at}"), 0.1))];
        Assert.Equal(10, new Post(new("p"), GroupBuilder.Chair, PostLevel.Trust, serves).Serves.Count);
    }

    [Fact]
    public void Post_UndefinedLevel_IsRefused() => Assert.Throws<ArgumentException>(
        () => new Post(new("p"), GroupBuilder.Chair, (PostLevel)99, [new OrganisationServed(new("A"))]));

    [Fact]
    public void Appointment_TermOfOneDay_IsTaken() => Assert.Equal(
        Today.AddDays(1),
        new Appointment(new("p"), new("h"), AppointmentKind.Substantive, Today, Today.AddDays(1)).PlannedEnd);

    [Fact]
    public void Appointment_UndefinedKind_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new Appointment(new("p"), new("h"), (AppointmentKind)99));

    [Fact]
    public void Appointment_BoardLeftTwice_IsRefused() => Assert.Throws<ArgumentException>(
        () => new Appointment(new("p"), new("h"), AppointmentKind.Substantive, leftBoards: [new("A"), new("A")]));

    [Fact]
    public void Nomination_EmptyEntry_IsRefused() =>
        Assert.Throws<ArgumentException>("values", () => new GroupSnapshot(Today, [], [], [null!]));

    [Theory]
    [InlineData(false, Disclosure.NotYetTold)]
    [InlineData(true, Disclosure.Told)]
    [InlineData(true, Disclosure.Confidential)]
    public void Nomination_EndorsedOnlyWhereTheCommitteeMay_IsTaken(bool endorsed, Disclosure disclosure) =>
        Assert.Equal(endorsed, new Nomination(new("p"), new("x"), disclosure: disclosure, isEndorsed: endorsed).IsEndorsed);

    [Fact]
    public void Nomination_FirstChoice_IsTaken() => Assert.Equal(1, new Nomination(new("p"), new("x"), rank: 1).Rank);

    [Fact]
    public void Between_OneDay_IsTaken() =>
        Assert.Equal((Today, Today), (Readiness.Between(Today, Today).Earliest, Readiness.Between(Today, Today).Latest));

    [Fact]
    public void Between_NoLatestDay_IsUnknown() => Assert.True(Readiness.Between(Today, null).IsUnknown);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void IsReadyBy_LatestDay_CountsFromThatDay(int days, bool expected) =>
        Assert.Equal(expected, Readiness.Between(Today.AddDays(-9), Today).IsReadyBy(Today.AddDays(days)));

    [Fact]
    public void IsReadyBy_UnknownReadiness_IsNever() => Assert.False(Readiness.Unknown.IsReadyBy(DateOnly.MaxValue));

    [Fact]
    public void ReferenceNumber_Zero_IsTaken() => Assert.Equal(0, GroupBuilder.Number(0).Value);

    [Fact]
    public void Explain_ReferenceNumber_KeepsSourceAndDay()
    {
        var explained = GroupBuilder.Number(3, 2, 4).Explain("n", "days");
        Assert.Equal((Estimate.Of(3, 2, 4), "an invented source", new DateOnly(2026, 1, 1)),
            (explained.Estimate, explained.Source, explained.Date));
    }

    [Fact]
    public void FillTimes_FamilyWithAFigure_HasThatOneOthersTheGeneral()
    {
        var times = new FillTimes(
            new Dictionary<FamilyKey, ReferenceNumber> { [GroupBuilder.Chair] = GroupBuilder.Number(80) }, GroupBuilder.Number(137),
            One, One);
        Assert.Equal((80, 137), (times.Of(GroupBuilder.Chair).Value, times.Of(GroupBuilder.Finance).Value));
    }

    [Theory]
    [InlineData(1.1, 1.0)]
    [InlineData(1.0, 1.1)]
    public void TurnoverRates_ProbabilityAboveOne_IsRefused(double plannedEnd, double termLimit) => Assert.Throws<ArgumentException>(
        () => new TurnoverRates(
            new Dictionary<FamilyKey, ReferenceNumber>(), [], GroupBuilder.Number(plannedEnd), GroupBuilder.Number(termLimit)));

    [Fact]
    public void TurnoverRates_FamilyLeftOut_IsUnknownAndConstant()
    {
        var rates = new TurnoverRates(new Dictionary<FamilyKey, ReferenceNumber>(), [], One, One);
        Assert.Null(rates.RateOf(GroupBuilder.Chair));
        Assert.Empty(rates.BandsOf(GroupBuilder.Chair));
    }

    [Fact]
    public void TenurePattern_BandsInAnyOrder_AreSorted()
    {
        var pattern = new TenurePattern([GroupBuilder.Chair], [new TenureBand(3, One), new TenureBand(0, One), new TenureBand(1, One)]);
        Assert.Equal([0, 1, 3], pattern.Bands.Select(band => band.FromYears));
    }

    [Fact]
    public void TenurePattern_NoBands_IsRefused() =>
        Assert.Throws<ArgumentException>("bands", () => new TenurePattern([GroupBuilder.Chair], []));

    [Fact]
    public void TenureBand_YearsBelowZero_AreRefused() => Assert.Throws<ArgumentException>(() => new TenureBand(-0.1, One));

    [Theory]
    [InlineData(1, 1, 2)]
    [InlineData(2, 1, 2)]
    [InlineData(1, 1, 1)]
    public void Estimate_ValueAtAnEnd_IsTaken(double value, double low, double high)
    {
        var estimate = Estimate.Of(value, low, high);
        Assert.Equal((value, low, high), (estimate.Value, estimate.Low, estimate.High));
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(2.1)]
    [InlineData(double.NaN)]
    public void Estimate_ValueOutsideTheEnds_IsRefused(double value) =>
        Assert.Throws<ArgumentException>(nameof(value), () => Estimate.Of(value, 1, 2));

    [Fact]
    public void Unknown_EndsAreOne_IsTaken() => Assert.Equal(1, Estimate.Unknown(1, 1).Prudent);

    [Theory]
    [InlineData(1, 2, 3, 4, true)]
    [InlineData(3, 4, 1, 2, true)]
    [InlineData(1, 2, 2, 3, false)]
    [InlineData(2, 3, 1, 2, false)]
    [InlineData(1, 4, 2, 3, false)]
    public void SeparatesFrom_TwoRanges_OnlyWhenTheyShareNoNumber(
        double low, double high, double otherLow, double otherHigh, bool expected) =>
        Assert.Equal(expected, Estimate.Unknown(low, high).SeparatesFrom(Estimate.Unknown(otherLow, otherHigh)));
}
