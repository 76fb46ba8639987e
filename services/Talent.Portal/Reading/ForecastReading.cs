using Grpc.Core;
using Talent.Portal.Scenarios;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Reading;

/// <summary>A forecast with the names a page needs to show it.</summary>
/// <param name="Answer">The forecast, and how far a newer one is.</param>
/// <param name="Names">Names of the people, organisations and posts it mentions.</param>
public sealed record NamedForecast(GetForecastResponse Answer, GroupNames Names)
{
    /// <summary>The forecast.</summary>
    public Forecast Forecast => Answer.Forecast;
}

/// <summary>Reads forecasts together with the names they need. Readings with people are noted, so no more is read than is shown.</summary>
public sealed class ForecastReading(
    ForecastService.ForecastServiceClient forecasts, PostDirectory posts, PeopleDirectory people, OrganisationDirectory organisations)
{
    private const string NotReady = "FORECAST_NOT_READY";

    // Ten thousand trials of a large group take longer than calls usually may, and those who ask for them take turns.
    private static readonly TimeSpan FullPatience = TimeSpan.FromMinutes(1);

    /// <summary>When a call that simulates in a tier is given up; null: as soon as any call is.</summary>
    public static DateTime? Deadline(ForecastTier tier) =>
        // gRPC measures deadlines by the system's clock.
        tier == ForecastTier.Full ? TimeProvider.System.GetUtcNow().Add(FullPatience).UtcDateTime : null;

    /// <summary>The forecast of a group, people included; where the full one is asked for and not ready, the best there is.</summary>
    public async Task<NamedForecast> ReadAsync(string groupId, ForecastTier tier, CancellationToken cancellation)
    {
        var answer = await AskAsync(new GetForecastRequest { GroupId = groupId, Tier = tier, WithPeople = true }, cancellation);
        var changes = answer.Forecast.RankedActions?.Actions.Select(action => action.Change).ToArray() ?? [];
        var inSets = new[] { answer.Forecast.CriticalSets, answer.Forecast.CriticalSetsWithEqualWeights }.OfType<CriticalSets>()
            .SelectMany(sets => sets.Sets).SelectMany(set => set.PersonIds);
        var codes = answer.Forecast.ChairAndChiefExecutiveMissing.Select(missing => missing.OrganisationCode)
            .Concat(Mentioned.Organisations(changes));
        var names = await NameAsync(groupId, inSets.Concat(Mentioned.People(changes)), codes, cancellation);
        return new NamedForecast(answer, names);
    }

    /// <summary>The names of people and organisations, and the titles of all posts of a group.</summary>
    public async Task<GroupNames> NameAsync(
        string groupId, IEnumerable<string> personIds, IEnumerable<string> codes, CancellationToken cancellation) => new(
            await people.FindAsync(personIds, cancellation),
            await organisations.FindAsync(codes, cancellation),
            await posts.TitlesAsync(groupId, cancellation));

    /// <summary>How far the full forecast of a group is; null: none is being computed.</summary>
    public async Task<ForecastProgress?> ProgressAsync(string groupId, CancellationToken cancellation)
    {
        var request = new GetForecastRequest { GroupId = groupId, Tier = ForecastTier.AtOnce };
        return (await forecasts.GetForecastAsync(request, cancellationToken: cancellation)).Progress;
    }

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
            return await forecasts.GetForecastAsync(request, deadline: Deadline(request.Tier), cancellationToken: cancellation);
        }
        catch (RpcException early) when (request.Tier == ForecastTier.Full && early.GetDetails().Reason == NotReady)
        {
            request.Tier = ForecastTier.Unspecified;
            return await forecasts.GetForecastAsync(request, cancellationToken: cancellation);
        }
    }
}
