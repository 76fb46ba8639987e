using Grpc.Core;
using Talent.Portal.Scenarios;
using Talent.Portal.Words;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Reading;

/// <summary>A forecast with the names a page needs to show it.</summary>
/// <param name="Answer">The forecast, and how far a newer one is.</param>
/// <param name="People">Names of the people it mentions.</param>
/// <param name="Organisations">Names of the organisations that its actions mention.</param>
/// <param name="Titles">Titles of the posts.</param>
public sealed record NamedForecast(GetForecastResponse Answer, PeopleNames People, OrganisationNames Organisations, PostTitles Titles)
{
    /// <summary>The forecast.</summary>
    public Forecast Forecast => Answer.Forecast;

    /// <summary>What its actions suppose, in words.</summary>
    public ChangeWords Changes => new(People, Organisations, Titles);
}

/// <summary>Reads forecasts together with the names they need. Readings with people are noted, so no more is read than is shown.</summary>
public sealed class ForecastReading(
    ForecastService.ForecastServiceClient forecasts, PostDirectory posts, PeopleDirectory people, OrganisationDirectory organisations)
{
    private const string NotReady = "FORECAST_NOT_READY";

    /// <summary>The forecast of a group, people included; where the full one is asked for and not ready, the best there is.</summary>
    public async Task<NamedForecast> ReadAsync(string groupId, ForecastTier tier, CancellationToken cancellation)
    {
        var answer = await AskAsync(new GetForecastRequest { GroupId = groupId, Tier = tier, WithPeople = true }, cancellation);
        var changes = answer.Forecast.RankedActions?.Actions.Select(action => action.Change).ToArray() ?? [];
        var inSets = answer.Forecast.CriticalSets?.Sets.SelectMany(set => set.PersonIds) ?? [];
        return new NamedForecast(
            answer,
            await people.FindAsync(inSets.Concat(Mentioned.People(changes)), cancellation),
            await organisations.FindAsync(Mentioned.Organisations(changes), cancellation),
            await posts.TitlesAsync(groupId, cancellation));
    }

    /// <summary>How far the full forecast of a group is; null: none is being computed.</summary>
    public async Task<ForecastProgress?> ProgressAsync(string groupId, CancellationToken cancellation) =>
        (await forecasts.GetForecastAsync(new GetForecastRequest { GroupId = groupId }, cancellationToken: cancellation)).Progress;

    /// <summary>What the fullest forecast there is says about one post, people included.</summary>
    /// <exception cref="RpcException">PERMISSION_DENIED: it is the caller's own. NOT_FOUND: there is no forecast of it.</exception>
    public async Task<Forecast> OfPostAsync(string groupId, string postId, CancellationToken cancellation)
    {
        var request = new GetForecastRequest { GroupId = groupId, PostId = postId, WithPeople = true };
        return (await forecasts.GetForecastAsync(request, cancellationToken: cancellation)).Forecast;
    }

    private async Task<GetForecastResponse> AskAsync(GetForecastRequest request, CancellationToken cancellation)
    {
        try
        {
            return await forecasts.GetForecastAsync(request, cancellationToken: cancellation);
        }
        catch (RpcException early) when (request.Tier == ForecastTier.Full && early.GetDetails().Reason == NotReady)
        {
            request.Tier = ForecastTier.Unspecified;
            return await forecasts.GetForecastAsync(request, cancellationToken: cancellation);
        }
    }
}
