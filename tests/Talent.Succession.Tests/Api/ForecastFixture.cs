using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.ServiceDefaults;
using Talent.Succession.Boards;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Forecasts;
using Talent.Succession.ReferenceData;
using Talent.Succession.V1;
using Contract = Talent.Succession.V1;
using Readiness = Talent.Types.V1.Readiness;

namespace Talent.Succession.Tests.Api;

/// <summary>A group with four holders, a vacant post and one successor for two posts, as its director sees it.</summary>
public abstract class ForecastFixture(string database) : IAsyncLifetime
{
    private protected static readonly ForecastModel Model = SuccessionReferenceData.ReadForecastModel(SuccessionReferenceData.Read());

    private static readonly string[] Held = ["a", "b", "c", "d"];

    private static readonly string[] Words = ["s", "r", "nominee", "holder"];

    private protected static readonly DateOnly Start = ServiceHost.Today.AddYears(-2);

    private int _requests;

    private protected ServiceHost Host { get; private set; } = null!;

    private protected Metadata Director { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await ServiceHost.StartAsync(database);
        Director = await Host.DirectorAsync("director");
        await Host.TellAsync([
            Sample.GroupFormed(),
            .. Held.SelectMany(post => new[]
            {
                Sample.PostCreated(Sample.Post(post, "T1", "T2")), Sample.Appointed(Sample.Appointment(post, $"holder-{post}", Start)),
            }),
            Sample.PostCreated(Sample.Post("e", "T3")),
            .. Words.Select(word => Sample.Recorded(Sample.Person(word))),
        ]);
        await NameAsync("a", "s");
        await NameAsync("b", "s");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Host.DisposeAsync();
    }

    private protected static Contract.ScenarioChange Leaves(string person, DateOnly on) =>
        new() { PersonLeaves = new() { PersonId = person, On = on.ToDate() } };

    private protected static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var attempt = 0; attempt < 3000; attempt++)
        {
            if (await holds()) return;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        throw new TimeoutException("It did not come about.");
    }

    private protected static async Task<ErrorDetails> AssertRefusedAsync<T>(StatusCode status, string reason, Func<Task<T>> call)
    {
        var details = (await Assert.ThrowsAsync<RpcException>(async () => await call())).GetDetails();
        Assert.Equal((status, reason), (details.Code, details.Reason));
        return details;
    }

    private protected static Task<ErrorDetails> AssertRefusedAsync<T>(StatusCode status, string reason, Func<AsyncUnaryCall<T>> call) =>
        AssertRefusedAsync(status, reason, async () => await call());

    private protected async Task<Forecast> FullAsync(Func<Forecast, bool>? until = null)
    {
        Forecast? forecast = null;
        await EventuallyAsync(async () =>
        {
            await IdleAsync();
            var response = await ReadAsync(ForecastTier.Full);
            forecast = response.Forecast;
            return !response.Outdated && (until is null || until(forecast));
        });
        return forecast!;
    }

    private protected async Task<GetForecastResponse> ReadAsync(ForecastTier tier) => await Host.Forecasts.GetForecastAsync(
        new GetForecastRequest { GroupId = Sample.Group, Tier = tier, WithPeople = true }, Director);

    private protected Task IdleAsync() => EventuallyAsync(async () =>
    {
        await using var context = Host.Storage.CreateContext();
        return await context.Forecasts.AnyAsync(row => row.Tier == (int)ForecastTier.Full)
            && !await context.Work.AnyAsync(row => row.Wanted > row.Done);
    });

    private protected async Task<GroupSnapshot> SnapshotAsync()
    {
        await using var context = Host.Storage.CreateContext();
        return SnapshotBuilder.Build((await GroupInputs.ReadAsync(context, Sample.Group, CancellationToken.None))!, ServiceHost.Today);
    }

    private protected async Task NameAsync(string post, string person, bool isReady = true) => await Host.Nominations.CreateNominationAsync(
        new CreateNominationRequest
        {
            RequestId = $"request-{Interlocked.Increment(ref _requests)}",
            Nomination = new Contract.Nomination
            {
                PostId = post,
                PersonId = Sample.Person(person),
                Readiness = isReady
                    ? new Readiness { Earliest = ServiceHost.Today.ToDate(), Latest = ServiceHost.Today.ToDate() } : null,
            },
        }, Director);
}
