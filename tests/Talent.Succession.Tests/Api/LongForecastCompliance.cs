using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.ServiceDefaults;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Forecasts;
using Talent.Succession.ReferenceData;
using Talent.Succession.Storage;
using Talent.Succession.V1;

namespace Talent.Succession.Tests.Api;

public sealed class SqliteLongForecastTests() : LongForecastCompliance("sqlite");

public sealed class PostgresLongForecastTests() : LongForecastCompliance("postgresql");

/// <summary>A full forecast with so many actions that it lasts longer than any test, the same on both databases.</summary>
public abstract class LongForecastCompliance(string database) : IAsyncLifetime
{
    private const int Posts = 60;

    private ServiceHost Host { get; set; } = null!;

    private Metadata Director { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var model = SuccessionReferenceData.ReadForecastModel(SuccessionReferenceData.Read());
        var all = new ReferenceNumber(Estimate.Exact(10_000), "all there are", ServiceHost.Today);
        Host = await ServiceHost.StartAsync(database, replace: services => services.AddSingleton(
            model with
            {
                Actions = model.Actions with { MostSimulated = all, BestInPairs = all },
                Rules = model.Rules with { ScreeningTrials = all },
            }));
        Director = await Host.DirectorAsync("director");
        await Host.TellAsync([
            Sample.GroupFormed(),
            .. Enumerable.Range(0, Posts).SelectMany(at => new[]
            {
                Sample.PostCreated(Sample.Post($"post-{at}", "T1", $"U{at}")),
                Sample.Appointed(Sample.Appointment($"post-{at}", $"holder-{at}", ServiceHost.Today.AddYears(-2))),
            }),
        ]);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Host.DisposeAsync();
    }

    [Fact]
    public async Task WatchForecast_WhileOneIsComputed_TellsHowFarItIs()
    {
        using var watch = Host.Forecasts.WatchForecast(
            new WatchForecastRequest { GroupId = Sample.Group }, Director, cancellationToken: TestContext.Current.CancellationToken);
        var told = new List<int>();
        while (told.Count < 2 && await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
        {
            var progress = watch.ResponseStream.Current.Progress;
            if (progress.StepsDone == 0) continue;
            Assert.InRange(progress.StepsDone, 1, progress.Steps);
            told.Add(progress.StepsDone);
        }

        Assert.True(told[0] < told[1]);
    }

    [Fact]
    public async Task Forecast_ChangeWhileItIsComputed_BeginsAnew()
    {
        await ProgressAsync(row => row.StepsDone > 0);
        await EndAsync(1);
        await ProgressAsync(row => row.Restarts == 1);
        await ProgressAsync(row => row is { Restarts: 1, StepsDone: > 0 });
    }

    [Fact]
    public async Task Forecast_ChangesThatNeverCease_IsGoneOnWithInTheEnd()
    {
        await ProgressAsync(row => row.StepsDone > 0);
        for (var change = 1; change <= 5; change++)
        {
            await EndAsync(change);
            await ProgressAsync(row => row.Restarts == change);
        }

        var wanted = await WantedAsync();
        await EndAsync(6);
        while (await WantedAsync() == wanted) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        var steps = await ProgressAsync(row => row.StepsDone > 0);
        Assert.Equal(5, (await ProgressAsync(row => row.StepsDone > steps.StepsDone + 5)).Restarts);
    }

    [Fact]
    public async Task GetForecast_FullOneIsNotThereYet_SaysSo()
    {
        await ProgressAsync(row => row.StepsDone > 0);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Host.Forecasts.GetForecastAsync(
            new GetForecastRequest { GroupId = Sample.Group, Tier = ForecastTier.Full }, Director));
        Assert.Equal((StatusCode.NotFound, ForecastReader.NotReady), (refused.StatusCode, refused.GetDetails().Reason));
    }

    [Fact]
    public async Task GetForecast_TierNotChosen_IsTheOneAtOnceUntilTheFullOneIsThere()
    {
        await ProgressAsync(row => row.StepsDone > 0);
        var response = await Host.Forecasts.GetForecastAsync(new GetForecastRequest { GroupId = Sample.Group }, Director);
        Assert.Equal((ForecastTier.AtOnce, false), (response.Forecast.Provenance.Tier, response.Outdated));
        Assert.Equal(Posts, response.Forecast.Posts.Count);
        Assert.True(response.Progress.StepsDone > 0);
    }

    private async Task<long> WantedAsync()
    {
        await using var context = Host.Storage.CreateContext();
        return await context.Work.Where(row => row.Kind == ForecastWork.KindOfWork).Select(row => row.Wanted).SingleAsync();
    }

    private Task EndAsync(int post) => Host.TellAsync(Sample.Ended(
        Sample.Appointment($"post-{post}", $"holder-{post}", ServiceHost.Today.AddYears(-2)), ServiceHost.Today));

    private async Task<ForecastProgressRow> ProgressAsync(Func<ForecastProgressRow, bool> until)
    {
        for (var attempt = 0; attempt < 3000; attempt++)
        {
            await using var context = Host.Storage.CreateContext();
            if (await context.ForecastProgress.AsNoTracking().SingleOrDefaultAsync() is { } row && until(row)) return row;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        throw new TimeoutException("It did not come about.");
    }
}
