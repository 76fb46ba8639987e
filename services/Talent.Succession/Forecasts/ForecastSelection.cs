using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Succession.Forecasts;

/// <summary>Keeps of a forecast what was asked for.</summary>
internal static class ForecastSelection
{
    /// <summary>Leaves out what is not about a post.</summary>
    /// <param name="forecast">The forecast, which is changed.</param>
    /// <param name="postId">The post.</param>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND: the post does not exist on the day of the forecast.</exception>
    public static void KeepPost(Forecast forecast, string postId)
    {
        Keep(forecast.Posts, post => post.PostId == postId);
        if (forecast.Posts.Count == 0)
            throw Errors.NotFound("This post does not exist on the day of the forecast, so there is nothing to show of it.");
        Keep(forecast.Ties, tie => tie.Posts.Any(post => post.PostId == postId));
        Keep(forecast.TiesWithEqualWeights, tie => tie.Posts.Any(post => post.PostId == postId));
        Keep(forecast.ChairAndChiefExecutiveMissing, missing => missing.PostIds.Contains(postId));
        Keep(forecast.Dependencies, dependency => dependency.PostIds.Contains(postId));
        foreach (var sets in SetsOf(forecast)) Keep(sets.Sets, set => set.PostIds.Contains(postId));
        if (forecast.RankedActions is not { } ranked) return;
        Keep(ranked.Actions, action => action.PostId == postId);
        // They refer to places among all actions.
        ranked.Pairs.Clear();
    }

    /// <summary>Leaves out whatever is about people.</summary>
    /// <param name="forecast">The forecast, which is changed.</param>
    public static void LeavePeopleOut(Forecast forecast)
    {
        foreach (var post in forecast.Posts) post.TakeOvers.Clear();
        forecast.Dependencies.Clear();
        forecast.DependenciesLeftOut = 0;
        (forecast.CriticalSets, forecast.CriticalSetsWithEqualWeights, forecast.RankedActions) = (null, null, null);
    }

    /// <summary>Leaves out whatever is about some people; critical sets and actions with them are counted as left out, or gone.</summary>
    /// <param name="forecast">The forecast, which is changed.</param>
    /// <param name="people">The people.</param>
    public static void LeaveOut(Forecast forecast, IReadOnlySet<string> people)
    {
        if (people.Count == 0) return;
        foreach (var post in forecast.Posts) Keep(post.TakeOvers, taken => !people.Contains(taken.PersonId));
        Keep(forecast.Dependencies, dependency => !people.Contains(dependency.PersonId));
        foreach (var sets in SetsOf(forecast))
        {
            var all = sets.Sets.Count;
            Keep(sets.Sets, set => !set.PersonIds.Any(people.Contains));
            sets.SetsLeftOut += all - sets.Sets.Count;
        }

        if (forecast.RankedActions is not { } ranked) return;
        RankedAction[] before = [.. ranked.Actions];
        Keep(ranked.Actions, action => !ScenarioMapping.People([action.Change]).Any(people.Contains));
        int PlaceNow(int place) => 1 + ranked.Actions.IndexOf(before[place - 1]);
        foreach (var pair in ranked.Pairs) (pair.First, pair.Second) = (PlaceNow(pair.First), PlaceNow(pair.Second));
        Keep(ranked.Pairs, pair => pair is { First: > 0, Second: > 0 });
        if (ranked.Actions.Count < before.Length) PlaceWithEqualWeights(ranked);
    }

    /// <summary>The people whom a forecast shows.</summary>
    public static IEnumerable<string> People(Forecast forecast) =>
    [
        .. forecast.Posts.SelectMany(post => post.TakeOvers).Select(taken => taken.PersonId),
        .. forecast.Dependencies.Select(dependency => dependency.PersonId),
        .. SetsOf(forecast).SelectMany(sets => sets.Sets).SelectMany(set => set.PersonIds),
        .. ScenarioMapping.People(forecast.RankedActions?.Actions.Select(action => action.Change) ?? []),
    ];

    private static IEnumerable<CriticalSets> SetsOf(Forecast forecast) =>
        new[] { forecast.CriticalSets, forecast.CriticalSetsWithEqualWeights }.OfType<CriticalSets>();

    // Places without gaps: a gap would say that there was somebody.
    private static void PlaceWithEqualWeights(RankedActions ranked)
    {
        RankedAction[] placed =
            [.. ranked.Actions.Where(action => action.PlaceWithEqualWeights > 0).OrderBy(action => action.PlaceWithEqualWeights)];
        for (var at = 0; at < placed.Length; at++) placed[at].PlaceWithEqualWeights = at + 1;
        ranked.OrderChangesWithEqualWeights = placed.Length > 0 && !placed.SequenceEqual(ranked.Actions);
    }

    private static void Keep<T>(Google.Protobuf.Collections.RepeatedField<T> list, Func<T, bool> isKept)
    {
        T[] kept = [.. list.Where(isKept)];
        list.Clear();
        list.AddRange(kept);
    }
}
