using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.ServiceDefaults;
using Talent.Succession.Engine;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Sensitivity;
using Talent.Succession.Engine.Simulation;
using Talent.Succession.Forecasts;
using Talent.Succession.V1;

namespace Talent.Succession.Tests.Api;

public sealed class SqliteForecastTests() : ForecastCompliance("sqlite");

public sealed class PostgresForecastTests() : ForecastCompliance("postgresql")
{
    [Fact]
    public async Task GetForecast_FromASecondReplica_IsTheSame()
    {
        await FullAsync();
        await using var replica = await Host.StartReplicaAsync();
        foreach (var tier in (ForecastTier[])[ForecastTier.AtOnce, ForecastTier.Full])
        {
            var request = new GetForecastRequest { GroupId = Sample.Group, Tier = tier, WithPeople = true };
            Assert.Equal(
                (await Host.Forecasts.GetForecastAsync(request, Director)).Forecast,
                (await replica.Forecasts.GetForecastAsync(request, await replica.DirectorAsync("director"))).Forecast);
        }
    }
}

/// <summary>What becomes of a forecast, the same on both databases.</summary>
public abstract class ForecastCompliance(string database) : ForecastFixture(database)
{
    [Fact]
    public async Task GetForecast_AtOnce_IsThereWithTheBoardByAThousandTrials()
    {
        await FullAsync();
        var board = (await Host.Boards.GetBoardAsync(new GetBoardRequest { GroupId = Sample.Group }, Director)).Board;
        var provenance = (await ReadAsync(ForecastTier.AtOnce)).Forecast.Provenance;
        Assert.Equal((ForecastTier.AtOnce, 1000, 5), (provenance.Tier, provenance.Trials, provenance.Years));
        Assert.Equal((GroupAnalysis.ModelVersion, ForecastModel.Seed), (provenance.ModelVersion, provenance.Seed));
        Assert.Equal(board.Provenance.SuccessionPosition, provenance.SuccessionPosition);
        Assert.Equal(board.Provenance.AsOf, provenance.AsOf);
    }

    [Fact]
    public async Task GetForecast_AtOnce_SaysWhatTheEngineSays()
    {
        await FullAsync();
        var forecast = (await ReadAsync(ForecastTier.AtOnce)).Forecast;
        var expected = Play(await SnapshotAsync(), ForecastModel.TrialsAtOnce);
        Assert.Equal(expected.Posts.Select(Shown), forecast.Posts.Select(Shown));
        Assert.Equal(
            expected.BothMissing.Select(each => (each.Organisation.Value, each.Happens.Value, each.Days.Value)),
            forecast.ChairAndChiefExecutiveMissing.Select(each => (each.OrganisationCode, each.WithinFiveYears?.Value, each.Days?.Value)));
        Assert.Equal(expected.ChainLengths, forecast.ChainLengths.Select(each => each.Share));
        Assert.Equal(expected.MostVacanciesAtOnce, forecast.MostVacanciesAtOnce.Select(each => each.Share));
    }

    [Fact]
    public async Task GetForecast_Full_SaysWhatTheEngineSaysByTenThousandTrials()
    {
        var forecast = await FullAsync();
        Assert.Equal((ForecastTier.Full, 10_000), (forecast.Provenance.Tier, forecast.Provenance.Trials));
        Assert.Equal(Play(await SnapshotAsync(), ForecastModel.TrialsInFull).Posts.Select(Shown), forecast.Posts.Select(Shown));
        Assert.Equal(["holder-a", "holder-b", "holder-c", "holder-d"], forecast.Dependencies.Select(each => each.PersonId));
        Assert.NotEmpty(forecast.RankedActions.Actions);
        Assert.Equal("0.2 share", forecast.CriticalSets.Threshold.Value);
    }

    [Fact]
    public async Task GetForecast_Full_HoldsWhatIsUnknownInItsIntervals()
    {
        var forecast = await FullAsync();
        Assert.Equal((int)Model.Rules.RangeTrials.Value, forecast.Provenance.RangeTrials);
        var expected = Ranges(await SnapshotAsync());
        Assert.Equal(expected.UncoveredDays.Widened.High, forecast.UncoveredDays.Range.Upper);
        Assert.Equal(expected.UncoveredDaysWithEqualWeights.Widened.Low, forecast.UncoveredDaysWithEqualWeights.Range.Lower);
        Assert.Equal(
            expected.Posts.SelectMany(post => new[]
            {
                post.FallsVacant[0], post.FallsVacant[2], post.FallsVacant[4], post.UncoveredDays, post.LongVacancy,
            }.Select(figure => (figure.OfTrials.Low, figure.Widened.Low, figure.Widened.High))),
            forecast.Posts.SelectMany(post => new[]
            {
                post.FallsVacantWithinOneYear, post.FallsVacantWithinThreeYears, post.FallsVacantWithinFiveYears, post.UncoveredDays,
                post.LongVacancy,
            }.Select(number => (number.Lower, number.Range.Lower, number.Range.Upper))));
    }

    [Fact]
    public async Task GetForecast_Full_NamesWhatWidensMost()
    {
        var forecast = await FullAsync();
        var expected = Ranges(await SnapshotAsync());
        var widest = expected.UncoveredDays.Effects[0];
        var named = forecast.WidenedBy[0];
        Assert.Equal(
            (widest.Unknown.Name, widest.Unknown.Unit, widest.Unknown.Low, widest.Unknown.High, widest.AtLow, widest.AtHigh),
            (named.Name, named.Unit, named.Low, named.High, named.AtLow, named.AtHigh));
        Assert.Equal(
            expected.Posts.Select(post => post.UncoveredDays.Effects[0].Unknown.Name),
            forecast.Posts.Select(post => post.WidenedBy[0].Name));
    }

    [Fact]
    public async Task GetForecast_ReadinessNotRecorded_SaysWhatToRecordHoweverMuchAssumptionsWiden()
    {
        await NameAsync("c", "r", isReady: false);
        var forecast = await FullAsync(each => each.WidenedBy.Any(widening => widening.ToRecord.Length > 0));
        var widening = forecast.Posts.Single(post => post.PostId == "c").WidenedBy.Single(each => each.ToRecord.Length > 0);
        Assert.Equal(("1 readiness date", "c"), (widening.ToRecord, Assert.Single(widening.PostIds)));
        Assert.Equal((91, 1826), (widening.Low, widening.High));
    }

    [Fact]
    public async Task GetForecast_AtOnce_HasTheIntervalsOfTheTrialsAlone()
    {
        await FullAsync();
        var forecast = (await ReadAsync(ForecastTier.AtOnce)).Forecast;
        Assert.Equal(0, forecast.Provenance.RangeTrials);
        Assert.Empty(forecast.WidenedBy);
        Assert.All(forecast.Posts, post => Assert.Null(post.UncoveredDays.Range));
    }

    [Fact]
    public async Task GetForecast_StoredByAnotherModel_IsComputedAnew()
    {
        var computed = (await FullAsync()).Provenance.ComputedAt;
        await using (var context = Host.Storage.CreateContext())
        {
            await context.Forecasts.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.ModelVersion, "0").SetProperty(row => row.Fingerprint, "of another model"));
        }

        await EventuallyAsync(async () =>
        {
            await using var context = Host.Storage.CreateContext();
            return !await context.Forecasts.AnyAsync(row => row.ModelVersion == "0");
        });
        Assert.True((await FullAsync()).Provenance.ComputedAt.ToDateTimeOffset() > computed.ToDateTimeOffset());
    }

    [Fact]
    public async Task GetForecast_Dependency_IsTheDifferenceThatTheDepartureMakesAsAScenario()
    {
        var forecast = await FullAsync();
        var request = new CompareScenarioRequest
        {
            GroupId = Sample.Group,
            Tier = ForecastTier.Full,
            Changes = { Leaves("holder-a", ServiceHost.Today) },
        };
        var compared = await Host.Forecasts.CompareScenarioAsync(request, Director);
        Assert.Equal(compared.Group.Difference, forecast.Dependencies.Single(each => each.PersonId == "holder-a").DaysMore);
        Assert.True(compared.Group.Difference.Lower > 0);
    }

    [Fact]
    public async Task GetForecast_AnActionAsAScenario_TakesAwayAsMuch()
    {
        var ranked = (await FullAsync()).RankedActions.Actions[0];
        var request = new CompareScenarioRequest { GroupId = Sample.Group, Tier = ForecastTier.Full, Changes = { ranked.Change } };
        var compared = await Host.Forecasts.CompareScenarioAsync(request, Director);
        Assert.Equal(-compared.AllOrganisations.Value, ranked.Reduction.Value, 1e-6);
    }

    [Fact]
    public async Task Forecast_OfEachTier_NotesHowLongItTook()
    {
        var tiers = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, each) =>
        {
            if (instrument.Name == "talent.forecast.duration") each.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => tiers[(string)tags[0].Value!] = seconds);
        listener.Start();
        await Host.TellAsync(Sample.Ended(Sample.Appointment("a", "holder-a", Start), ServiceHost.Today));
        await FullAsync(forecast => forecast.Dependencies.Count == 3);
        Assert.Equal(["at-once", "full"], tiers.Keys.Order(StringComparer.Ordinal));
        Assert.All(tiers.Values, seconds => Assert.InRange(seconds, 0, 600));
    }

    [Fact]
    public async Task GetForecast_VacantPost_SaysThatItStandsVacant()
    {
        await FullAsync();
        var post = (await ReadAsync(ForecastTier.AtOnce)).Forecast.Posts.Single(each => each.PostId == "e");
        Assert.Equal(1, post.FallsVacantWithinOneYear.Value);
        Assert.Equal("Stands vacant", Assert.Single(post.Reasons).Name);
    }

    [Fact]
    public async Task GetForecast_StandsVacant_IsSaidOfThePostThatNobodyHoldsAlone()
    {
        await FullAsync();
        var posts = (await ReadAsync(ForecastTier.AtOnce)).Forecast.Posts;
        Assert.Equal(["e"], posts.Where(post => post.StandsVacant).Select(post => post.PostId));
    }

    [Fact]
    public async Task GetForecast_PlannedEndAhead_IsTheGreatestReason()
    {
        var appointment = Sample.Appointment("a", "holder-a", Start);
        appointment.PlannedEnd = ServiceHost.Today.AddMonths(6).ToDate();
        await Host.TellAsync(Sample.Appointed(appointment));
        var forecast = await FullAsync(each => each.Posts[0].Reasons.Count == 2);
        var reasons = forecast.Posts[0].Reasons;
        Assert.Equal("Leaves at the planned end of the term", reasons[0].Name);
        Assert.Equal(appointment.PlannedEnd, Assert.Single(reasons[0].Inputs).Date);
        Assert.Contains("not a forecast about the holder", reasons[1].Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetForecast_TierNotChosen_IsTheFullOneOnceItIsThere()
    {
        await FullAsync();
        var response = await ReadAsync(ForecastTier.Unspecified);
        Assert.Equal((ForecastTier.Full, false), (response.Forecast.Provenance.Tier, response.Outdated));
        Assert.Null(response.Progress);
    }

    [Fact]
    public async Task GetForecast_NewerInput_ReplacesTheResult()
    {
        var before = (await FullAsync()).Provenance.ForecastVersion;
        await Host.TellAsync(Sample.Ended(Sample.Appointment("a", "holder-a", Start), ServiceHost.Today));
        var after = await FullAsync(forecast => forecast.Dependencies.Count == 3);
        Assert.Equal(1, after.Posts[0].FallsVacantWithinOneYear.Value);
        Assert.True(after.Provenance.ForecastVersion > before);
    }

    [Fact]
    public async Task Forecast_BurstOfChanges_IsComputedOnce()
    {
        await FullAsync();
        var before = await VersionsAsync();
        await HoldWorkAsync(until: long.MaxValue);
        for (var change = 0; change < 5; change++)
        {
            var post = Sample.Post("e", "T3");
            post.Criticality = 1 + change;
            await Host.TellAsync(Sample.PostCreated(post));
        }

        await HoldWorkAsync(until: 0);
        await EventuallyAsync(async () => (await VersionsAsync()).Full > before.Full);
        await IdleAsync();
        Assert.Equal((before.AtOnce + 1, before.Full + 1), await VersionsAsync());
    }

    [Theory]
    [InlineData(ForecastTier.AtOnce)]
    [InlineData(ForecastTier.Full)]
    public async Task Forecast_WantedWithTheSameInputs_IsNotComputedAgain(ForecastTier tier)
    {
        await FullAsync();
        var (computed, versions) = ((await ReadAsync(tier)).Forecast.Provenance.ComputedAt, await VersionsAsync());
        await Host.TellAsync(Sample.GroupFormed());
        await EventuallyAsync(async () => (await VersionsAsync()).Full > versions.Full);
        Assert.True((await VersionsAsync()).AtOnce > versions.AtOnce);
        Assert.Equal(computed, (await ReadAsync(tier)).Forecast.Provenance.ComputedAt);
    }

    [Fact]
    public async Task Forecast_NominationMadeAnew_ShowsTheNewOne()
    {
        var before = (await FullAsync()).Posts[0].TakeOvers.Single().NominationId;
        await Host.Nominations.DeleteNominationAsync(new DeleteNominationRequest { RequestId = "withdrawn", Id = before }, Director);
        await NameAsync("a", "s");
        var after = await FullAsync(forecast => forecast.Posts[0].TakeOvers.Any(taken => taken.NominationId != before));
        Assert.NotEqual(before, Assert.Single(after.Posts[0].TakeOvers).NominationId);
    }

    [Fact]
    public async Task WatchForecast_NewOne_TellsItsVersion()
    {
        var known = (await FullAsync()).Provenance.ForecastVersion;
        using var watch = Host.Forecasts.WatchForecast(
            new WatchForecastRequest { GroupId = Sample.Group, ForecastVersion = known }, Director,
            cancellationToken: TestContext.Current.CancellationToken);
        await Host.TellAsync(Sample.Ended(Sample.Appointment("a", "holder-a", Start), ServiceHost.Today));
        while (await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken)
            && watch.ResponseStream.Current.ForecastVersion == known)
        {
            // How far it is comes before it.
        }

        Assert.Equal(known + 1, watch.ResponseStream.Current.ForecastVersion);
    }

    [Theory]
    [InlineData(ForecastTier.AtOnce)]
    [InlineData(ForecastTier.Full)]
    public async Task GetForecast_HolderIsDirector_IsComputedForTheGroupWithoutTheOwnPost(ForecastTier tier)
    {
        await FullAsync();
        var holder = await Host.DirectorAsync("holder-a");
        var request = new GetForecastRequest { GroupId = Sample.Group, Tier = tier, WithPeople = true };
        var forecast = (await Host.Forecasts.GetForecastAsync(request, holder)).Forecast;
        var without = (await SnapshotAsync()).Without(new HashSet<PostId> { new("a") });
        Assert.Equal((1, tier, 0), (forecast.OwnPostsLeftOut, forecast.Provenance.Tier, forecast.Provenance.ForecastVersion));
        Assert.Equal(Play(without, ForecastModel.TrialsOf(tier)).Posts.Select(Shown), forecast.Posts.Select(Shown));
        Assert.DoesNotContain("holder-a", forecast.ToString(), StringComparison.Ordinal);
        Assert.Equal(forecast, (await Host.Forecasts.GetForecastAsync(request, holder)).Forecast);
    }

    [Fact]
    public async Task GetForecast_OwnPostAskedFor_IsRefused()
    {
        var holder = await Host.DirectorAsync("holder-a");
        await AssertRefusedAsync(StatusCode.PermissionDenied, "OWN_POST", () => Host.Forecasts.GetForecastAsync(
            new GetForecastRequest { GroupId = Sample.Group, PostId = "a" }, holder));
    }

    [Fact]
    public async Task EveryMethod_AnotherGroupsDirector_IsRefused()
    {
        var other = await Host.DirectorAsync("other", "group-2");
        await RefusedAsync(async () => await Host.Forecasts.GetForecastAsync(new GetForecastRequest { GroupId = Sample.Group }, other));
        await RefusedAsync(async () => await Host.Forecasts.CompareScenarioAsync(
            new CompareScenarioRequest { GroupId = Sample.Group, Changes = { Leaves("holder-a", ServiceHost.Today) } }, other));
        await RefusedAsync(async () => await Host.Forecasts.PlayTrialAsync(new PlayTrialRequest { GroupId = Sample.Group }, other));
        await RefusedAsync(async () =>
        {
            using var watch = Host.Forecasts.WatchForecast(new WatchForecastRequest { GroupId = Sample.Group }, other);
            return await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
        });

        static Task RefusedAsync<T>(Func<Task<T>> call) => AssertRefusedAsync(StatusCode.PermissionDenied, "OUT_OF_SCOPE", call);
    }

    [Fact]
    public async Task GetForecast_WithoutPeople_ShowsNobodyAndIsNotNoted()
    {
        await FullAsync();
        await using var context = Host.Storage.CreateContext();
        var before = await context.SlateReads.CountAsync();
        var response = await Host.Forecasts.GetForecastAsync(new GetForecastRequest { GroupId = Sample.Group }, Director);
        Assert.Empty(ForecastSelection.People(response.Forecast));
        Assert.Equal(before, await context.SlateReads.CountAsync());
    }

    [Fact]
    public async Task GetForecast_WithPeople_IsNotedForEachOfThem()
    {
        var forecast = await FullAsync();
        await using var context = Host.Storage.CreateContext();
        var noted = await context.SlateReadPeople.Select(row => row.PersonId).Distinct().ToListAsync();
        Assert.Contains(Sample.Person("s"), noted);
        Assert.Empty(ForecastSelection.People(forecast).Where(person => person.Length > 0).Except(noted));
    }

    [Fact]
    public async Task ListPersonReads_ForecastWasRead_SaysThatAnOutlookWas()
    {
        await FullAsync();
        var id = Sample.Person("s");
        var person = await Host.AsAsync(Caller.Person("account-s", id, new Grant(Role.Leader, Scope.Self)));
        var reads = (await Host.Boards.ListPersonReadsAsync(new ListPersonReadsRequest { PersonId = id }, person)).Reads;
        Assert.NotEmpty(reads);
        Assert.All(reads, read => Assert.Equal((PersonReadSubject.Outlook, "account-director"), (read.Subject, read.ReaderId)));
    }

    [Fact]
    public async Task GetForecast_OnePost_ShowsWhatIsAboutIt()
    {
        await FullAsync();
        var request = new GetForecastRequest { GroupId = Sample.Group, Tier = ForecastTier.Full, PostId = "b", WithPeople = true };
        var forecast = (await Host.Forecasts.GetForecastAsync(request, Director)).Forecast;
        Assert.Equal("b", Assert.Single(forecast.Posts).PostId);
        Assert.Equal(Sample.Person("s"), Assert.Single(forecast.Posts[0].TakeOvers).PersonId);
        Assert.Equal("holder-b", Assert.Single(forecast.Dependencies).PersonId);
    }

    [Fact]
    public async Task GetForecast_GroupWithoutPosts_IsEmpty()
    {
        await Host.TellAsync(Sample.GroupFormed("group-3"));
        var headers = await Host.DirectorAsync("director", "group-3");
        Forecast forecast = null!;
        await EventuallyAsync(async () =>
        {
            forecast = (await Host.Forecasts.GetForecastAsync(new GetForecastRequest { GroupId = "group-3" }, headers)).Forecast;
            return forecast.Provenance.Tier == ForecastTier.Full;
        });
        Assert.Empty(forecast.Posts);
        Assert.Equal(0, forecast.UncoveredDays.Value);
    }

    [Theory]
    [InlineData("nominee")]
    [InlineData("holder")]
    public async Task PersonErased_NamedOrHolder_LeavesNoTraceInAForecast(string word)
    {
        var person = Sample.Person(word);
        if (word == "nominee") await NameAsync("c", word);
        else await Host.TellAsync(Sample.Appointed(Sample.Appointment("e", person, Start)));
        await FullAsync(forecast => ForecastSelection.People(forecast).Contains(person));
        await Host.TellAsync(Sample.Erased(person));
        await EventuallyAsync(async () => !await ShowsAsync(person));
        await FullAsync();
        await IdleAsync();
        Assert.False(await ShowsAsync(person));
    }

    private static (string Post, double One, double Three, double Five, double Days, double Long, double Outside) Shown(
        PostOutcome post) => (
        post.Post.Value, post.FallsVacant[0].Prudent, post.FallsVacant[2].Prudent, post.FallsVacant[4].Prudent, post.UncoveredDays.Prudent,
        post.LongVacancy.Prudent, post.FromOutside);

    private static (string Post, double One, double Three, double Five, double Days, double Long, double Outside) Shown(
        PostForecast post) => (
        post.PostId, post.FallsVacantWithinOneYear.Value, post.FallsVacantWithinThreeYears.Value, post.FallsVacantWithinFiveYears.Value,
        post.UncoveredDays.Value, post.LongVacancy.Value, post.ShareFromOutside);

    private static SimulationResult Play(GroupSnapshot snapshot, int trials) => Simulator.Run(
        new SimulationModel(snapshot, Model.Data, Model.Moves, null, ForecastModel.Years), (ulong)ForecastModel.Seed, trials);

    private static GroupRanges Ranges(GroupSnapshot snapshot)
    {
        var played = new SimulationModel(snapshot, Model.Data, Model.Moves, null, ForecastModel.Years);
        return GroupRanges.Of(
            Simulator.RunToCompare(played, (ulong)ForecastModel.Seed, ForecastModel.TrialsInFull), Model.Data,
            Model.Rules.Depth(snapshot.Posts.Count));
    }

    private async Task<(long AtOnce, long Full)> VersionsAsync()
    {
        await using var context = Host.Storage.CreateContext();
        var versions = await context.Forecasts.Where(row => row.GroupId == Sample.Group)
            .ToDictionaryAsync(row => (ForecastTier)row.Tier, row => row.Version);
        return (versions.GetValueOrDefault(ForecastTier.AtOnce), versions.GetValueOrDefault(ForecastTier.Full));
    }

    private async Task HoldWorkAsync(long until)
    {
        await using var context = Host.Storage.CreateContext();
        await context.Work.Where(row => row.Subject == Sample.Group)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NotBefore, until));
    }

    private async Task<bool> ShowsAsync(string person)
    {
        await using var context = Host.Storage.CreateContext();
        var contents = await context.Forecasts.Select(row => row.Content).ToListAsync();
        return contents.Exists(content => content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(person)) >= 0);
    }
}
