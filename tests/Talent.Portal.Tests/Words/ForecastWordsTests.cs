using Talent.Portal.Reading;
using Talent.Portal.Words;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Tests.Words;

public sealed class ForecastWordsTests
{
    private static readonly ChangeWords _words = new(
        new PeopleNames(new Dictionary<string, string> { ["p"] = "Amos Fenwick" }),
        new OrganisationNames(new Dictionary<string, string> { ["A"] = "Ashwick", ["B"] = "Birk" }),
        new PostTitles(new Dictionary<string, string> { ["1"] = "Chair", ["2"] = "Vice-chair" }));

    [Theory]
    [InlineData(0, "fewer than one in twenty")]
    [InlineData(0.05, "about one in twenty")]
    [InlineData(0.24, "about one in four")]
    [InlineData(0.5, "about one in two")]
    [InlineData(0.66, "about two in three")]
    [InlineData(0.9, "about nine in ten")]
    [InlineData(1, "more than nineteen in twenty")]
    public void Say_AProbability_IsTheNearestFractionThatIsEasyToSay(double probability, string words) =>
        Assert.Equal(words, Chances.Say(probability));

    [Fact]
    public void Say_AProbabilityThatIsNotKnown_IsNotNought() => Assert.Equal("not known", Chances.Say((SimulatedNumber?)null));

    [Theory]
    [InlineData(41, 30, 52, "days", "41 days (30 to 52)")]
    [InlineData(0.24, 0.22, 0.26, "probability", "24% (22% to 26%)")]
    [InlineData(5, 5, 5, "days", "5 days")]
    public void Say_ASimulatedNumber_HasItsIntervalWhereItHasAWidth(double value, double lower, double upper, string unit, string words) =>
        Assert.Equal(words, Numbers.Say(Number(value, lower, upper), unit));

    [Fact]
    public void Say_ASimulatedNumberWithItsWholeInterval_TellsThat()
    {
        var number = Number(41, 40, 42);
        number.Range = new NumberRange { Lower = 12, Upper = 90 };
        Assert.Equal("41 days (12 to 90)", Numbers.Say(number, "days"));
    }

    [Fact]
    public void Say_MissingRecordsOfManyPosts_CountsThePosts() => Assert.Equal(
        "it: with 1 it is 5 days, with 5 it is 25 days. To know it, record the criticality of 4 posts (four posts)",
        WideningWords.Say(
            new Widening
            {
                Name = "it",
                Low = 1,
                High = 5,
                AtLow = 5,
                AtHigh = 25,
                ToRecord = "the criticality of 4 posts",
                PostIds = { "1", "2", "3", "4" },
            },
            "days", new PostTitles(new Dictionary<string, string>())));

    [Fact]
    public void Say_AMissingRecordOfAnotherPost_NamesThePost() => Assert.EndsWith(
        "record 1 readiness date (Chair)",
        WideningWords.Say(
            new Widening { Name = "it", ToRecord = "1 readiness date", PostIds = { "1" } }, "days",
            new PostTitles(new Dictionary<string, string> { ["1"] = "Chair" }), ownPostId: "2"),
        StringComparison.Ordinal);

    [Fact]
    public void Say_ASimulatedNumberThatIsNotKnown_IsNotNought() => Assert.Equal("not known", Numbers.Say((SimulatedNumber?)null, "days"));

    [Theory]
    [InlineData(-60, -80, -40, "60 fewer weighted days (40 to 80)")]
    [InlineData(60, 40, 80, "60 more weighted days (40 to 80)")]
    [InlineData(2, -6, 10, "no difference can be told: 6 fewer to 10 more")]
    [InlineData(2, 0, 4, "no difference can be told: none to 4 more")]
    [InlineData(0, 0, 0, "no difference")]
    public void Say_ADifference_IsCertainOnlyWhereItsIntervalIs(double value, double lower, double upper, string words) =>
        Assert.Equal(words, DifferenceWords.Say(Number(value, lower, upper)));

    [Fact]
    public void Say_ADifferenceThatIsNotKnown_IsNotNought() => Assert.Equal("not known", DifferenceWords.Say(null));

    [Theory]
    [InlineData(120, 80, 160, "would save 120 weighted days (80 to 160)")]
    [InlineData(-30, -50, -10, "would add 30 weighted days (10 to 50)")]
    [InlineData(3, -5, 11, "cannot be told from nothing: 11 fewer to 5 more")]
    [InlineData(0, 0, 0, "would change nothing")]
    public void SaySaving_AReduction_HelpsOnlyWhereItsIntervalLiesAboveNought(double value, double lower, double upper, string words) =>
        Assert.Equal(words, DifferenceWords.SaySaving(Number(value, lower, upper)));

    [Fact]
    public void Say_AForecastThatHasNotBegun_DoesNotCountSteps() =>
        Assert.Equal("The full forecast is waiting to be computed.", ForecastWords.Say(new ForecastProgress()));

    [Fact]
    public void Say_ASplit_NamesWhoHoldsEachPart() => Assert.Equal(
        "Chair is split: one post for Ashwick, held by Amos Fenwick, and one post for Birk, vacant at first",
        _words.Say(new ScenarioChange
        {
            PostSplit = new PostSplit
            {
                PostId = "1",
                Parts =
                {
                    new PostPart { PostId = "1", OrganisationCodes = { "A" }, HolderPersonId = "p" },
                    new PostPart { PostId = "3", OrganisationCodes = { "B" } },
                },
            },
        }));

    [Fact]
    public void Say_ASharedPost_NamesThePostsThatItReplacesAndAShareThatIsNotKnown() => Assert.Equal(
        "Chair also serves Birk (share: not known), in place of Vice-chair",
        _words.Say(new ScenarioChange
        {
            PostShared = new PostShared { PostId = "1", With = { new SharedWith { OrganisationCode = "B" } }, ReplacesPostIds = { "2" } },
        }));

    [Fact]
    public void Say_AMergerOfTrusts_NamesThePostsThatBecomeOne() => Assert.Equal(
        "Ashwick takes over Birk; Chair replaces Vice-chair",
        _words.Say(new ScenarioChange
        {
            TrustsMerged = new TrustsMerged
            {
                SurvivorCode = "A",
                AbsorbedCodes = { "B" },
                Posts = { new MergedPosts { StaysPostId = "1", EndingPostIds = { "2" } } },
            },
        }));

    [Fact]
    public void Say_SomebodyReadyForAFamily_NamesTheKindOfPost() => Assert.Equal(
        "Amos Fenwick is ready for every post of the kind Chief executive by 1 April 2027",
        _words.Say(new ScenarioChange
        {
            MadeReady = new MadeReady { PersonId = "p", Family = "chief-executive", By = new DateOnly(2027, 4, 1).ToDate() },
        }));

    [Fact]
    public void Say_SomebodyWhoseNameIsNotOpen_DoesNotNameThem() => Assert.Equal(
        "Name not shown leaves on 1 April 2027",
        _words.Say(new ScenarioChange { PersonLeaves = new PersonLeaves { PersonId = "q", On = new DateOnly(2027, 4, 1).ToDate() } }));

    private static SimulatedNumber Number(double value, double lower, double upper) =>
        new() { Value = value, Lower = lower, Upper = upper };
}
