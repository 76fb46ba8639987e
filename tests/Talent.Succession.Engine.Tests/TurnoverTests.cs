using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Turnover;

namespace Talent.Succession.Engine.Tests;

public sealed class TurnoverTests
{
    private static readonly DateOnly Today = GroupBuilder.Today;

    [Theory]
    [InlineData(4.5, 7.97)]
    [InlineData(3, 5.46)]
    [InlineData(6, 10.36)]
    [InlineData(9, 14.77)]
    public void ShareOfTimeVacant_HazardOfThreeYearMedian_GivesThePublishedShare(double months, double percent)
    {
        var share = VacancyProbability.ShareOfTimeVacant(
            Given("Exits a year", Estimate.Exact(Math.Log(2) / 3)), Given("Years to fill", Estimate.Exact(months / 12)));
        Assert.Equal(percent, Math.Round(100 * share.Estimate.Value!.Value, 2));
    }

    [Fact]
    public void ExpectedLength_InternalFillOfOneHalf_IsTwo() =>
        Assert.Equal(2, VacancyChain.ExpectedLength(Given("q", Estimate.Exact(0.5))).Estimate.Value);

    [Fact]
    public void ExpectedLength_CertainInternalFill_IsRefused() =>
        Assert.Throws<ArgumentException>(() => VacancyChain.ExpectedLength(Given("q", Estimate.Exact(1))));

    [Fact]
    public void Of_ChiefExecutive_IsOneInFourWithItsRange()
    {
        var probability = Probability(new GroupBuilder().Post("p", "h"));
        Assert.Equal(1 - Math.Exp(-0.27), probability.Estimate.Value!.Value, 1e-12);
        Assert.Equal(1 - Math.Exp(-0.23), probability.Estimate.Low, 1e-12);
        Assert.Equal(1 - Math.Exp(-0.31), probability.Estimate.High, 1e-12);
        Assert.Equal(
            "About one in four posts like this changes hands in a year (national rate), not a forecast about the holder.",
            TurnoverWording.Of(probability));
    }

    [Fact]
    public void Of_VacantPostWithInterim_IsCertain() =>
        Assert.Equal(1, Probability(new GroupBuilder().Post("p").Appoint("p", "i", AppointmentKind.Interim)).Estimate.Value);

    [Fact]
    public void Of_FamilyWithoutRate_IsUnknownAndSaysWhatToRecord()
    {
        var probability = Probability(new GroupBuilder().Post("p", "h", family: new FamilyKey("other")));
        Assert.True(probability.Estimate.IsUnknown);
        Assert.Equal((0, 1), (probability.Estimate.Low, probability.Estimate.High));
        Assert.Contains("turnover figure", Assert.Single(probability.UnknownInputs()).ToRecord, StringComparison.Ordinal);
        Assert.Contains("not known", TurnoverWording.Of(probability), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(364, true)]
    [InlineData(365, false)]
    public void Of_PlannedEnd_CountsWithinTheYearOnly(int days, bool counts)
    {
        var probability = Probability(new GroupBuilder().Post("p", "h", plannedEnd: Today.AddDays(days)));
        var expected = counts ? 1 - (Math.Exp(-0.27) * 0.1) : 1 - Math.Exp(-0.27);
        Assert.Equal(expected, probability.Estimate.Value!.Value, 1e-12);
    }

    [Fact]
    public void Of_ChairAtTheLimitOfEveryBoard_AddsTheTermLimit()
    {
        var group = Chair([new(new("A"), Today.AddYears(-9).AddDays(10)), new(new("B"), Today.AddYears(-8).AddDays(-1))]);
        Assert.Equal(1 - (Math.Exp(-0.2) * 0.2), Probability(group).Estimate.Value!.Value, 1e-12);
        Assert.Equal(2, BoardsAtTermLimit(group)!.Estimate.Value);
    }

    [Fact]
    public void Of_ChairAtTheLimitOfOneBoardOfTwo_LeavesThePostAsItWasAndSaysTheBoard()
    {
        var group = Chair([new(new("A"), Today.AddYears(-9).AddDays(10)), new(new("B"), Today.AddYears(-1))]);
        Assert.Equal(1 - Math.Exp(-0.2), Probability(group).Estimate.Value!.Value, 1e-12);
        var boards = BoardsAtTermLimit(group)!;
        Assert.Equal(1, boards.Estimate.Value);
        Assert.Contains("Board of A", Assert.Single(boards.Parts).Name, StringComparison.Ordinal);
        Assert.Equal(Today.AddDays(10), boards.Parts[0].Date);
    }

    [Fact]
    public void Of_ChairWithOneClockUnknownAndTheOtherFarOff_IsKnown()
    {
        var group = Chair([new(new("B"), Today.AddYears(-1))]);
        Assert.Equal(1 - Math.Exp(-0.2), Probability(group).Estimate.Value!.Value, 1e-12);
        Assert.True(BoardsAtTermLimit(group)!.Estimate.IsUnknown);
    }

    [Fact]
    public void Of_ChairWhoLeftTheBoardWithTheUnknownClock_IsKnown()
    {
        var group = new GroupBuilder().Post("p", serves: ["A", "B"], family: GroupBuilder.Chair)
            .Appoint("p", "h", boards: [new(new("B"), Today.AddYears(-1))], left: ["A"]);
        Assert.Equal(1 - Math.Exp(-0.2), Probability(group).Estimate.Value!.Value, 1e-12);
        Assert.Null(BoardsAtTermLimit(group));
    }

    [Fact]
    public void BoardsAtTermLimit_PostWithoutTermLimits_HasNone() => Assert.Null(BoardsAtTermLimit(new GroupBuilder().Post("p", "h")));

    [Fact]
    public void Of_ChairWithUnknownClock_IsUnknownUpToTheLimit()
    {
        var probability = Probability(new GroupBuilder().Post("p", "h", family: GroupBuilder.Chair));
        Assert.True(probability.Estimate.IsUnknown);
        Assert.Equal(1 - (Math.Exp(-0.25) * 0.2), probability.Estimate.High, 1e-12);
    }

    [Fact]
    public void Of_ChairAtTheLimitAYearFromNow_IsNotWithinTheYear()
    {
        var group = Chair([new(new("A"), Today.AddYears(-8)), new(new("B"), Today.AddYears(-8))]);
        Assert.Equal(1 - Math.Exp(-0.2), Probability(group).Estimate.Value!.Value, 1e-12);
        Assert.Null(BoardsAtTermLimit(group));
    }

    [Fact]
    public void Of_ChairAtTheLimitOfOneBoardWithTheOtherClockUnknown_IsUnknownUpToTheLimit()
    {
        var probability = Probability(Chair([new(new("A"), Today.AddYears(-9).AddDays(10))]));
        Assert.True(probability.Estimate.IsUnknown);
        Assert.Equal(1 - Math.Exp(-0.15), probability.Estimate.Low, 1e-12);
        Assert.Equal(1 - (Math.Exp(-0.25) * 0.2), probability.Estimate.High, 1e-12);
    }

    [Theory]
    [InlineData(1461, "from 4 years on")]
    [InlineData(1095, "from 0 to 4 years")]
    public void Turnover_YearWithinOneBand_NamesThatBandAlone(int days, string expected)
    {
        // Four years are 1461 days.
        var rates = new TurnoverRates(
            new Dictionary<FamilyKey, ReferenceNumber> { [GroupBuilder.Finance] = GroupBuilder.Number(0.2) },
            [
                new TenurePattern(
                    [GroupBuilder.Finance], [new TenureBand(0, GroupBuilder.Number(0.5)), new TenureBand(4, GroupBuilder.Number(1.5))]),
            ],
            GroupBuilder.Number(1), GroupBuilder.Number(1));
        var post = new GroupBuilder().Post("p", family: GroupBuilder.Finance).Build().Posts[0];
        var turnover = VacancyProbability.Turnover(
            new Appointment(post.Id, new PersonId("h"), AppointmentKind.Substantive, Today.AddDays(-days)), post, Today, rates);
        var effect = turnover.Parts.Single(part => part.Name == "Effect of the years in post");
        Assert.EndsWith(expected, Assert.Single(effect.Parts).Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SharedJob_FallsVacantWhenBothGo()
    {
        var probability = Probability(new GroupBuilder().Post("p", "a").Appoint("p", "b"));
        Assert.Equal(Math.Pow(1 - Math.Exp(-0.27), 2), probability.Estimate.Value!.Value, 1e-12);
    }

    [Fact]
    public void Turnover_TenureBands_MultiplyTheRate()
    {
        var rates = new TurnoverRates(
            new Dictionary<FamilyKey, ReferenceNumber> { [GroupBuilder.Finance] = GroupBuilder.Number(0.2) },
            [
                new TenurePattern(
                    [GroupBuilder.Finance], [new TenureBand(3, GroupBuilder.Number(1.5)), new TenureBand(0, GroupBuilder.Number(0.5))]),
            ],
            GroupBuilder.Number(1), GroupBuilder.Number(1));
        var post = new GroupBuilder().Post("p", family: GroupBuilder.Finance).Build().Posts[0];
        Explained Of(DateOnly? start) => VacancyProbability.Turnover(
            new Appointment(post.Id, new PersonId("h"), AppointmentKind.Substantive, start), post, Today, rates);

        Assert.Equal(1 - Math.Exp(-0.1), Of(Today.AddYears(-1)).Estimate.Value!.Value, 1e-12);
        Assert.Equal(1 - Math.Exp(-0.3), Of(Today.AddYears(-4)).Estimate.Value!.Value, 1e-12);

        // 2.5 years in post: half of the coming year in either band.
        Assert.Equal(1 - Math.Exp(-0.2), Of(Today.AddDays(-913)).Estimate.Value!.Value, 1e-3);

        var unknown = Of(null).Estimate;
        Assert.True(unknown.IsUnknown);
        Assert.Equal((1 - Math.Exp(-0.1), 1 - Math.Exp(-0.3)), (unknown.Low, unknown.High));
    }

    [Fact]
    public void TenurePattern_WithoutABandFromTheFirstDay_IsRefused() => Assert.Throws<ArgumentException>(
        () => new TenurePattern([GroupBuilder.Finance], [new TenureBand(1, GroupBuilder.Number(1))]));

    [Fact]
    public void TurnoverRates_FamilyInTwoPatterns_IsRefused()
    {
        var pattern = new TenurePattern([GroupBuilder.Finance], [new TenureBand(0, GroupBuilder.Number(1))]);
        Assert.Throws<ArgumentException>(() => new TurnoverRates(
            new Dictionary<FamilyKey, ReferenceNumber>(), [pattern, pattern], GroupBuilder.Number(1), GroupBuilder.Number(1)));
    }

    [Theory]
    [InlineData(0.5, "About one in two posts")]
    [InlineData(0.4, "About one in three posts")]
    [InlineData(0.1, "About one in ten posts")]
    [InlineData(0.09, "About one in 11 posts")]
    [InlineData(0.01, "About one in 100 posts")]
    [InlineData(0.0099, "Fewer than one in a hundred posts")]
    [InlineData(2.0 / 3, "About one in two posts")]
    [InlineData(0.67, "Most posts")]
    [InlineData(0.05, "About one in 20 posts")]
    [InlineData(0.9, "Most posts like this change hands within a year")]
    [InlineData(0.001, "Fewer than one in a hundred posts")]
    public void Wording_OtherShares_ReadAsSentences(double share, string start) =>
        Assert.StartsWith(start, TurnoverWording.Of(Given("p", Estimate.Exact(share))), StringComparison.Ordinal);

    private static Explained Given(string name, Estimate estimate) => Explained.Given(name, estimate, "a year", "a test");

    private static GroupBuilder Chair(BoardClock[] boards) =>
        new GroupBuilder().Post("p", "h", ["A", "B"], GroupBuilder.Chair, boards: boards);

    private static Explained? BoardsAtTermLimit(GroupBuilder group)
    {
        var snapshot = group.Build();
        return VacancyProbability.BoardsAtTermLimit(
            snapshot.Appointments[0], snapshot.Posts[0], Today, GroupBuilder.Data.Thresholds);
    }

    private static Explained Probability(GroupBuilder group)
    {
        var snapshot = group.Build();
        return VacancyProbability.Of(snapshot, snapshot.Posts[0], GroupBuilder.Data);
    }
}
