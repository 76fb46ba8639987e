using Talent.Succession.Engine.Calibration;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Tests;

/// <summary>With a turnover that is the same over all years in post everything has a closed form of the exponential distribution.</summary>
public sealed class CalibrationTableTests
{
    private const double Digits = 1e-9;
    private const double ChiefExecutives = 0.27;
    private const double Finance = 0.2;
    private const double YearsToFill = 100 / 365.25;
    private const double PartWithOne = 0.25;

    [Fact]
    public void Figures_Holders_AreThoseOfAPoissonProcess() => AssertFigures(
        Table(), "Trusts with",
        Math.Exp(-5 * ChiefExecutives), 5 * ChiefExecutives * Math.Exp(-5 * ChiefExecutives),
        1 - ((1 + (5 * ChiefExecutives)) * Math.Exp(-5 * ChiefExecutives)));

    [Fact]
    public void Figures_Exits_AreTheRate() => AssertFigures(Table(), "Chief executives who leave", ChiefExecutives);

    [Fact]
    public void Figures_Appointed_AverageOverTheExecutivePosts() => AssertFigures(
        Table(), "Executive directors appointed",
        1 - ((Math.Exp(-ChiefExecutives) + Math.Exp(-Finance)) / 2),
        1 - ((Math.Exp(-3 * ChiefExecutives) + Math.Exp(-3 * Finance)) / 2));

    [Fact]
    public void Figures_PostsVacant_AverageOverTheExecutivePosts() => AssertFigures(
        Table(), "Executive posts vacant", (TimeVacant(ChiefExecutives) + TimeVacant(Finance)) / 2);

    [Fact]
    public void Figures_TrustsWithAVacancy_AreThoseWithAnyOfThePosts() => AssertFigures(
        Table(), "Trusts with at least", 1 - ((1 - TimeVacant(ChiefExecutives)) * (1 - TimeVacant(Finance))));

    [Fact]
    public void Figures_TimeVacant_IsThatOfChiefExecutives() =>
        AssertFigures(Table(), "Part of the time", TimeVacant(ChiefExecutives));

    [Fact]
    public void Figures_MedianYears_LieBetweenThoseSoFarAndThoseOfWhoLeft()
    {
        // Half the turnover in the first two years, twice of it after.
        var (early, late) = (ChiefExecutives / 2, ChiefExecutives * 2);
        var afterTwo = Math.Exp(-2 * early);
        var mean = ((1 - afterTwo) / early) + (afterTwo / late);
        var soFar = -Math.Log(1 - (early * mean / 2)) / early;
        var whoLeft = 2 + ((Math.Log(2) - (2 * early)) / late);

        var model = Table([new TenureBand(0, GroupBuilder.Number(0.5)), new TenureBand(2, GroupBuilder.Number(2))]).Figures
            .Single(figure => figure.Unit == "years").Model;

        Assert.Null(model.Value);
        Assert.Equal(soFar, model.Low, Digits);
        Assert.Equal(whoLeft, model.High, Digits);
    }

    [Fact]
    public void ConstantTurnover_Holders_AreThoseOfTheRateThatGivesTheFirst() => AssertFigures(
        Table().ConstantTurnover, "Trusts with",
        PartWithOne, PartWithOne * -Math.Log(PartWithOne), 1 - (PartWithOne * (1 - Math.Log(PartWithOne))));

    [Fact]
    public void Figures_SeveralFamilies_NameEachNumberOnce() => Assert.Equal(
        ["Executive posts of a trust", "Exits a year before the effect of the years in post",
            "Exits a year before the effect of the years in post", "Days to fill by open competition"],
        Table().Figures.Single(figure => figure.Name.StartsWith("Executive posts", StringComparison.Ordinal)).Inputs
            .Select(input => input.Name));

    [Fact]
    public void Figures_Bands_AreNamedInTheOrderOfTheYears() => Assert.Equal(
        [0.5, 2.0],
        Table([new TenureBand(2, GroupBuilder.Number(2)), new TenureBand(0, GroupBuilder.Number(0.5))]).Figures[0].Inputs
            .Skip(1).Select(input => input.Estimate.Value!.Value));

    [Fact]
    public void Of_FamilyWithoutTurnover_IsRefused() =>
        Assert.Throws<ArgumentException>("family", () => CalibrationTable.Of(Published(new FamilyKey("unheard-of")), Data([])));

    private static double TimeVacant(double rate) => rate * YearsToFill / (1 + (rate * YearsToFill));

    private static void AssertFigures(CalibrationTable table, string name, params double[] expected) =>
        AssertFigures([.. table.Figures.Where(figure => name.EndsWith("least", StringComparison.Ordinal)
            || !figure.Name.StartsWith("Trusts with at least", StringComparison.Ordinal))], name, expected);

    private static void AssertFigures(IReadOnlyList<CalibratedFigure> figures, string name, params double[] expected)
    {
        double[] found =
        [
            .. figures.Where(figure => figure.Name.StartsWith(name, StringComparison.Ordinal)).Select(figure => figure.Model.Value!.Value),
        ];
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, Digits));
    }

    private static CalibrationTable Table(params TenureBand[] bands) => CalibrationTable.Of(Published(GroupBuilder.Finance), Data(bands));

    private static ReferenceData Data(TenureBand[] bands) => new(
        GroupBuilder.Data.Thresholds,
        new TurnoverRates(
            new Dictionary<FamilyKey, ReferenceNumber>
            {
                [GroupBuilder.ChiefExecutive] = GroupBuilder.Number(ChiefExecutives),
                [GroupBuilder.Finance] = GroupBuilder.Number(Finance),
            },
            bands.Length == 0 ? [] : [new TenurePattern([GroupBuilder.ChiefExecutive], bands)], GroupBuilder.Number(0.9),
            GroupBuilder.Number(0.8)),
        new FillTimes(
            new Dictionary<FamilyKey, ReferenceNumber>(), GroupBuilder.Number(100), GroupBuilder.Number(30), GroupBuilder.Number(91)));

    private static PublishedFigures Published(FamilyKey other)
    {
        PublishedFigure Figure(double value) => new(GroupBuilder.Number(value), 0.03);
        return new PublishedFigures(
            new PublishedHolders(GroupBuilder.Number(5), Figure(PartWithOne), Figure(0.5), Figure(0.25)), Figure(0.27), Figure(3),
            Figure(0.2), Figure(0.54), Figure(0.08), Figure(0.37), Figure(0.08),
            new ExecutivePosts([GroupBuilder.ChiefExecutive, other], "an invented source", GroupBuilder.Today));
    }
}
