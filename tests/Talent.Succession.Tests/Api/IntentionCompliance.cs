using Microsoft.EntityFrameworkCore;
using Talent.Succession.V1;

namespace Talent.Succession.Tests.Api;

public sealed class SqliteIntentionTests() : IntentionCompliance("sqlite");

public sealed class PostgresIntentionTests() : IntentionCompliance("postgresql");

/// <summary>What becomes of an intention to leave that its person lets the group use, the same on both databases.</summary>
public abstract class IntentionCompliance(string database) : ForecastFixture(database)
{
    private const string Words = "An end that the holder stated, and allowed to be used";

    private static readonly DateOnly First = ServiceHost.Today.AddDays(1000);
    private static readonly DateOnly Last = ServiceHost.Today.AddDays(1050);

    [Fact]
    public async Task Intention_OfAHolder_DecidesWhenThePostFallsVacantInTheForecast()
    {
        await Host.TellAsync(Sample.Recorded("holder-a"), Sample.Intended("holder-a", First, Last));

        var post = PostA(await FullAsync(Says));

        // For certain 1,000 to 1,050 days ahead, in the third year, and not before.
        Assert.Equal((0.0, 1.0), (post.FallsVacantWithinOneYear.Value, post.FallsVacantWithinThreeYears.Value));
    }

    [Fact]
    public async Task Intention_NoLongerShared_IsForgotten()
    {
        await Host.TellAsync(Sample.Recorded("holder-a"), Sample.Intended("holder-a", First, Last));
        await FullAsync(Says);

        await Host.TellAsync(Sample.IntentionForgotten("holder-a"));

        await FullAsync(forecast => !Says(forecast));
        await AssertNothingIsKeptAsync();
    }

    [Fact]
    public async Task Intention_OfAnErasedPerson_IsForgotten()
    {
        await Host.TellAsync(Sample.Recorded("holder-a"), Sample.Intended("holder-a", First, Last));

        await Host.TellAsync(Sample.Erased("holder-a"));

        await AssertNothingIsKeptAsync();
    }

    [Fact]
    public async Task Intention_OfAPersonNamed_IsAnInputOfTheGroup()
    {
        await Host.TellAsync(Sample.Intended(Sample.Person("s"), First, Last));

        Assert.Equal((First, Last), (await SnapshotAsync()).IntentionOf(new(Sample.Person("s"))) is { } stated
            ? (stated.Earliest, stated.Latest) : default);
    }

    [Fact]
    public async Task Intention_OfAHolderWhoWorksInAnotherGroup_IsNone()
    {
        await Host.TellAsync(Sample.Recorded("holder-a", "another-group"), Sample.Intended("holder-a", First, Last));

        Assert.Empty((await SnapshotAsync()).Intentions);
    }

    [Fact]
    public async Task Intention_OfAHolder_RaisesTheProbabilityThatTheBoardRestsOn()
    {
        await Host.TellAsync(
            Sample.Recorded("holder-a"), Sample.Intended("holder-a", ServiceHost.Today.AddDays(10), ServiceHost.Today.AddDays(20)));
        await IdleAsync();

        var response = await Host.Boards.GetPostOutlookAsync(new GetPostOutlookRequest { PostId = "a" }, Director);

        Assert.True(RestsOn(response.Row.Risk), "The figure does not rest on what the holder stated.");
    }

    private static bool RestsOn(ExplainedNumber number) => number.Inputs.Any(input => input.Name == Words) || number.Parts.Any(RestsOn);

    private static bool Says(Forecast forecast) => PostA(forecast).Reasons.Any(reason => reason.Name == Words);

    private static PostForecast PostA(Forecast forecast) => forecast.Posts.Single(post => post.PostId == "a");

    private async Task AssertNothingIsKeptAsync()
    {
        await using var context = Host.Storage.CreateContext();
        Assert.Empty(await context.DevelopmentIntentions.ToListAsync());
    }
}
