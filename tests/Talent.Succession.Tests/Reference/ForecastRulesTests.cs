using Talent.Succession.Engine.Inputs;
using Talent.Succession.Forecasts;
using Talent.Succession.ReferenceData;

namespace Talent.Succession.Tests.Reference;

/// <summary>The rules of the simulation as delivered.</summary>
public sealed class ForecastRulesTests
{
    private static readonly ForecastModel Model = SuccessionReferenceData.ReadForecastModel(SuccessionReferenceData.Read());

    public static TheoryData<string> Names() => [.. Numbers(Model.Moves).Concat(Numbers(Model.Actions)).Select(each => each.Name)];

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
        var number = Numbers(Model.Moves).Concat(Numbers(Model.Actions)).Single(each => each.Name == name).Number;
        Assert.StartsWith("Assumption of this model", number.Source, StringComparison.Ordinal);
        Assert.True(number.Estimate.High - number.Estimate.Low >= 0.4 * number.Value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Number_EveryOne_HasASourceThatSaysWhatKindItIs(string name)
    {
        var source = Numbers(Model.Moves).Concat(Numbers(Model.Actions)).Single(each => each.Name == name).Number.Source;
        Assert.Matches("^(Assumption of this model|Definition of this model|Rule of the product|Notice of|NHS Code of governance)", source);
    }

    [Fact]
    public void AcceptsFromOutside_IsLessThanAccepts() =>
        Assert.True(Model.Moves.AcceptsFromOutside.Value < Model.Moves.Accepts.Value);

    [Fact]
    public void EarlySearchDays_AreMoreThanTheUsualNotice() =>
        Assert.True(Model.Actions.EarlySearchDays.Value > Model.Data.FillTimes.Notice.Value);

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
        // printf 'Talent forecast, model 3' | sha256sum, first 16 digits, first bit 0.
        Assert.Equal(0x0AAD275120602BCC, ForecastModel.Seed);

    private static IEnumerable<(string Name, ReferenceNumber Number)> Numbers(object rules) =>
        rules.GetType().GetProperties().Where(property => property.PropertyType == typeof(ReferenceNumber))
            .Select(property => (property.Name, (ReferenceNumber)property.GetValue(rules)!));
}
