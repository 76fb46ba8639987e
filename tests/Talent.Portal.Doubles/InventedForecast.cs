using Google.Protobuf.WellKnownTypes;
using Talent.Succession.V1;
using Talent.Types.V1;

namespace Talent.Portal.Doubles;

/// <summary>The invented simulations: twelve posts, two of them tied, of a group that has not agreed its criticalities.</summary>
public static class InventedForecast
{
    /// <summary>The post that there is no forecast of by itself.</summary>
    public const string PostWithoutForecast = "post-08";

    /// <summary>Steps of the full forecast.</summary>
    public const int Steps = 12;

    public static GetForecastResponse Answer(ForecastTier tier, int stepsDone) => new()
    {
        Forecast = Make(tier == ForecastTier.AtOnce ? ForecastTier.AtOnce : ForecastTier.Full),
        Outdated = tier == ForecastTier.AtOnce,
        Progress = tier == ForecastTier.AtOnce ? new ForecastProgress { StepsDone = stepsDone, Steps = Steps } : null,
    };

    public static SimulatedNumber Number(double value, double lower, double upper) =>
        new() { Value = value, Lower = lower, Upper = upper };

    public static ForecastProvenance Provenance(ForecastTier tier) => new()
    {
        Tier = tier,
        AsOf = Invented.Day(2026, 11, 22),
        ModelVersion = "1",
        RolesPosition = 120,
        DevelopmentPosition = 80,
        SuccessionPosition = 40,
        Seed = 20_261_122,
        Trials = tier == ForecastTier.Full ? 10_000 : 1_000,
        Years = 5,
        ComputedAt = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 11, 22, 9, 30, 0, TimeSpan.Zero)),
        ForecastVersion = 7,
        RangeTrials = tier == ForecastTier.Full ? 1_000 : 0,
        Assumptions =
        {
            new ExplainedInput { Name = "Time to recruit from outside", Value = "137 days", Source = "national figure" },
            new ExplainedInput { Name = "Share of offers accepted", Source = "assumed", Unknown = true },
        },
    };

    /// <summary>Keeps what was asked for, as the service does.</summary>
    public static GetForecastResponse Keep(GetForecastResponse answer, GetForecastRequest request)
    {
        var forecast = answer.Forecast;
        if (request.PostId.Length > 0)
        {
            var post = forecast.Posts.Single(each => each.PostId == request.PostId);
            forecast.Posts.Clear();
            forecast.Posts.Add(post);
        }
        if (!request.WithPeople)
        {
            forecast.Dependencies.Clear();
            (forecast.CriticalSets, forecast.CriticalSetsWithEqualWeights, forecast.RankedActions) = (null, null, null);
        }
        return answer;
    }

    private static Forecast Make(ForecastTier tier)
    {
        var forecast = new Forecast
        {
            GroupId = Invented.GroupId,
            Provenance = Provenance(tier),
            Posts = { Enumerable.Range(0, Invented.Titles.Count).Select(Post) },
            UncoveredDays = Number(640, 600, 690),
            UncoveredDaysWithEqualWeights = Number(160, 150, 172),
            ChainLengths = { new CountShare { Count = 1, Share = 0.75 }, new CountShare { Count = 2, Share = 0.25 } },
            MostVacanciesAtOnce = { new CountShare { Count = 0, Share = 0.1 }, new CountShare { Count = 3, Share = 0.9 } },
            Concentration = new Concentration
            {
                Index = Concentrated("concentration.index", 0.25),
                EffectiveLeaders = Concentrated("concentration.effective-leaders", 4),
                IndexWithEqualWeights = Concentrated("concentration.index", 0.2),
                EffectiveLeadersWithEqualWeights = Concentrated("concentration.effective-leaders", 5),
            },
            Ties =
            {
                Tie(1, comesApart: false, (1, [])), Tie(2, comesApart: true, (4, ["the readiness of those named"]), (3, [])),
                Tie(4, comesApart: false, (6, []), (7, [])),
            },
            TiesWithEqualWeights = { Tie(1, comesApart: false, (1, []), (2, [])) },
            OwnPostsLeftOut = 1,
            ChairAndChiefExecutiveMissing =
            {
                new ChairAndChiefExecutiveMissing
                {
                    OrganisationCode = "XN1",
                    PostIds = { Invented.ChiefExecutivePost, Invented.Chair },
                    WithinFiveYears = Number(0.041, 0.035, 0.049),
                    Days = Number(3.2, 2.6, 3.8),
                },
                new ChairAndChiefExecutiveMissing { OrganisationCode = "XN2", PostIds = { Invented.Chair } },
            },
        };
        if (tier == ForecastTier.Full)
        {
            forecast.Dependencies.Add(new DependencyForecast
            {
                PersonId = Invented.Holder,
                PostIds = { Invented.ChiefExecutivePost },
                DaysMore = Number(210, 180, 240),
                DaysMoreWithEqualWeights = Number(70, 60, 81),
                Trials = 10_000,
            });
            forecast.CriticalSets = CriticalSets();
            forecast.CriticalSetsWithEqualWeights = CriticalSetsWithEqualWeights();
            forecast.RankedActions = RankedActions();
            AddRanges(forecast);
        }
        return forecast;
    }

    // The third post stands vacant, as on the invented board.
    private static PostForecast Post(int index)
    {
        var post = new PostForecast
        {
            PostId = Invented.PostId(index + 1),
            FallsVacantWithinOneYear = Number(0.1, 0.09, 0.11),
            FallsVacantWithinThreeYears = Number(0.25, 0.23, 0.27),
            FallsVacantWithinFiveYears = Number(0.4, 0.38, 0.42),
            UncoveredDays = Number(30 + index, 20 + index, 40 + index),
            LongVacancy = Number(0.2, 0.18, 0.22),
            StandsVacant = index == 2,
            Vacancies = index == 10 ? 0 : 0.6,
            ShareFromOutside = index == 10 ? 0 : 0.55,
            Reasons = { index == 1 ? Invented.Days("reason", null, 5, 90) : Invented.Days("reason", 12) },
        };
        if (index == 0)
        {
            post.Boards.Add(new BoardForecast
            {
                OrganisationCode = "XN2",
                LeftAloneWithinFiveYears = Number(0.24, 0.22, 0.26),
                UncoveredDays = Number(33, 30, 36),
            });
            post.TakeOvers.AddRange(
            [
                new TakeOver { NominationId = "nomination-1", PersonId = "person-03", Share = 0.25 },
                new TakeOver { NominationId = "nomination-2", PersonId = "person-02", Share = 0.15 },
                new TakeOver { NominationId = "nomination-3", Share = 0.05 },
            ]);
        }
        return post;
    }

    private static void AddRanges(Forecast forecast)
    {
        forecast.UncoveredDays.Range = new NumberRange { Lower = 410, Upper = 980 };
        var exits = Widening("exits a year of posts like this", "a year", (0.16, 0.31), (560, 720));
        exits.Families.Add("chief-executive");
        forecast.WidenedBy.AddRange(
        [
            Widening("probability that a named successor who is ready accepts", "probability", (0.5, 0.95), (800, 500)),
            exits,
            ReadinessDates("3 readiness dates", (610, 690), Invented.PostId(3), Invented.PostId(4)),
        ]);
        foreach (var post in forecast.Posts)
        {
            var days = post.UncoveredDays.Value;
            post.UncoveredDays.Range = new NumberRange { Lower = days - 25, Upper = days + 60 };
            if (post.PostId == Invented.PostId(1)) post.WidenedBy.Add(ReadinessDates("1 readiness date", (10, 66), post.PostId));
        }
    }

    private static Widening ReadinessDates(string toRecord, (double Low, double High) days, params IEnumerable<string> postIds)
    {
        var widening = Widening("time to readiness of those named without a recorded readiness", "days", (91, 1826), days);
        widening.ToRecord = toRecord;
        widening.PostIds.AddRange(postIds);
        return widening;
    }

    private static Widening Widening(string name, string unit, (double Low, double High) range, (double Low, double High) days) => new()
    {
        Name = name,
        Unit = unit,
        Low = range.Low,
        High = range.High,
        AtLow = days.Low,
        AtHigh = days.High,
        Narrower = 12,
    };

    private static ExplainedNumber Concentrated(string key, double value) => new()
    {
        Key = key,
        Name = key,
        Value = value,
        Formula = "the sum of the squared shares of weight by holder",
        Source = "Herfindahl",
        Parts = { Invented.Days("share", 1) },
    };

    private static Tie Tie(int place, bool comesApart, params IEnumerable<(int Post, string[] ToRecord)> posts) => new()
    {
        Place = place,
        ComesApart = comesApart,
        Posts =
        {
            posts.Select(post => new TiedPost
            {
                PostId = Invented.PostId(post.Post),
                Separators = { post.ToRecord.Select(each => new Separator { ToRecord = each, Narrower = 12 }) },
            }),
        },
    };

    private static CriticalSets CriticalSets() => new()
    {
        Sets =
        {
            new CriticalSet
            {
                PersonIds = { "person-01", "person-02" },
                PostIds = { Invented.PostId(4), Invented.PostId(5) },
                ShareOfWeight = 0.3,
            },
        },
        SetsLeftOut = 2,
        PeopleLeftOut = 1,
        Threshold = new ExplainedInput { Name = "Part of the weight", Value = "20%", Source = "rule of the product" },
    };

    private static CriticalSets CriticalSetsWithEqualWeights() => new()
    {
        Sets = { new CriticalSet { PersonIds = { "person-03" }, PostIds = { Invented.PostId(6) }, ShareOfWeight = 0.25 } },
        Threshold = new ExplainedInput { Name = "Part of the weight", Value = "20%", Source = "rule of the product" },
    };

    private static RankedActions RankedActions() => new()
    {
        Actions =
        {
            new RankedAction
            {
                Kind = ActionKind.NameSuccessor,
                PostId = Invented.PostId(3),
                Change = new ScenarioChange
                {
                    NominationAdded = new NominationAdded
                    {
                        PostId = Invented.PostId(3),
                        PersonId = "person-02",
                        Readiness = new Readiness { Earliest = Invented.Day(2027, 4, 1), Latest = Invented.Day(2027, 4, 1) },
                    },
                },
                Reduction = Number(120, 80, 160),
                ReductionOfPosts = Number(40, 25, 55),
                Helps = true,
                ReductionWithEqualWeights = Number(2, -1, 5),
                PlaceWithEqualWeights = 2,
            },
            new RankedAction
            {
                Kind = ActionKind.AgreeDeputy,
                PostId = Invented.PostId(6),
                Change = new ScenarioChange
                {
                    DeputyAccepted = new DeputyAccepted { PostId = Invented.PostId(6), DeputyPostId = Invented.PostId(7) },
                },
                Reduction = Number(3, -5, 11),
                ReductionOfPosts = Number(3, -5, 11),
                Trials = 1_000,
                ReductionWithEqualWeights = Number(9, 4, 14),
                PlaceWithEqualWeights = 1,
            },
        },
        Pairs =
        {
            new ActionPair
            {
                First = 1,
                Second = 2,
                Together = Number(150, 110, 190),
                Surplus = Number(27, 10, 44),
                TogetherWithEqualWeights = Number(17, 12, 22),
                SurplusWithEqualWeights = Number(6, 3, 9),
            },
        },
        Generated = 9,
        OrderChangesWithEqualWeights = true,
    };
}
