using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Sensitivity;
using Talent.Succession.Forecasts;
using Talent.Succession.ReferenceData;

namespace Talent.Succession.Tests.Reference;

/// <summary>The rules of the simulation as delivered.</summary>
public sealed class ForecastRulesTests
{
    private static readonly ForecastModel Model = SuccessionReferenceData.ReadForecastModel(SuccessionReferenceData.Read());

    private static IEnumerable<(string Name, ReferenceNumber Number)> All =>
        Numbers(Model.Moves).Concat(Numbers(Model.Actions)).Concat(Numbers(Model.Rules));

    public static TheoryData<string> Names() => [.. All.Select(each => each.Name)];

    [Theory]
    [InlineData("Accepts")]
    [InlineData("AcceptsFromOutside")]
    [InlineData("InterimCoverQuality")]
    [InlineData("DaysToReadinessWhenUnknown")]
    [InlineData("ExitsAYearWhenUnknown")]
    [InlineData("YearsBeforeMovingAgain")]
    [InlineData("DevelopWithinDays")]
    public void Number_WithoutAPublishedSource_SaysSoAndHasAWideInterval(string name)
    {
        var number = All.Single(each => each.Name == name).Number;
        Assert.StartsWith("Assumption of this model", number.Source, StringComparison.Ordinal);
        Assert.True(number.Estimate.High - number.Estimate.Low >= 0.4 * number.Value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Number_EveryOne_HasASourceThatSaysWhatKindItIs(string name)
    {
        var source = All.Single(each => each.Name == name).Number.Source;
        Assert.Matches("^(Assumption of this model|Definition of this model|Rule of the product|Notice of|NHS Code of governance)", source);
    }

    [Fact]
    public void AcceptsFromOutside_IsLessThanAccepts() =>
        Assert.True(Model.Moves.AcceptsFromOutside.Value < Model.Moves.Accepts.Value);

    [Fact]
    public void EarlySearchDays_AreMoreThanTheUsualNotice() =>
        Assert.True(Model.Actions.EarlySearchDays.Value > Model.Data.FillTimes.Notice.Value);

    [Theory]
    [InlineData(0, 20, 600)]
    [InlineData(39, 15, 15)]
    [InlineData(250, 2, 2)]
    [InlineData(5000, 0, 0)]
    public void InFull_OfAGroup_IsAsManyAsItsSizeAllows(int posts, int dependencies, int actions) => Assert.Equal(
        (dependencies, actions), (Model.Rules.DependenciesInFullOf(posts), Model.Rules.Screening(posts).Kept));

    [Theory]
    [InlineData(0, 1250)]
    [InlineData(39, 32)]
    [InlineData(250, 5)]
    [InlineData(5000, 0)]
    public void Depth_OfAGroup_PlaysAsManyPostsAloneAsItsSizeAllows(int posts, int apart) => Assert.Equal(
        new RangeDepth(1000, apart, 0.5), Model.Rules.Depth(posts));

    [Fact]
    public void LongVacancy_IsOneOfMoreThanNinetyDays() => Assert.Equal(90, Model.Moves.LongVacancyDays.Value);

    [Fact]
    public void Assumptions_OfAForecast_NameTheirSources()
    {
        Assert.All(Model.Assumptions(), input => Assert.NotEmpty(input.Source));
        Assert.Contains(Model.Assumptions(), input => input.Value == "0.75 (0.5 to 0.95) probability");
    }

    [Fact]
    public void Seed_OfTheModel_IsWhatTheDocumentationSays() =>
        // printf 'Talent forecast, model 4' | sha256sum, first 16 digits, first bit 0.
        Assert.Equal(0x4D5224E79670567C, ForecastModel.Seed);

    private static IEnumerable<(string Name, ReferenceNumber Number)> Numbers(object rules) =>
        rules.GetType().GetProperties().Where(property => property.PropertyType == typeof(ReferenceNumber))
            .Select(property => (property.Name, (ReferenceNumber)property.GetValue(rules)!));
}
