using Talent.Succession.Boards;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Turnover;
using Talent.Succession.V1;

namespace Talent.Succession.Api;

/// <summary>Opens one post: its row, its slate, its measures.</summary>
internal static class Outlooks
{
    public static GetPostOutlookResponse OfPost(GroupView view, string postId)
    {
        var post = new PostId(postId);
        var (snapshot, bench) = (view.Analysis.Snapshot, view.Analysis.Bench);
        var response = new GetPostOutlookResponse
        {
            Row = RowOf(view, postId),
            Provenance = view.Provenance,
            GroupId = view.Inputs.GroupId,
        };
        response.Slate.AddRange(CoverMapping.Slate(view, bench.StandingsFor(post)));
        response.Measures.Add(Engine.Benches.Coverage.SharedOutBenchStrength(snapshot, post).ToContract());
        response.Measures.Add(view.Analysis.Risks[post].Equal.ToContract());
        response.Measures.AddRange(snapshot.HoldersOf(post).Select(held =>
        {
            var turnover = VacancyProbability.Turnover(held, snapshot.Get(post), snapshot.AsOf, view.Analysis.Data.Turnover);
            var number = turnover.ToContract();
            number.Name = TurnoverWording.Of(turnover);
            return number;
        }));
        response.Measures.AddRange(snapshot.HoldersOf(post)
            .Select(held => VacancyProbability.BoardsAtTermLimit(
                held, snapshot.Get(post), snapshot.AsOf, view.Analysis.Data.Thresholds))
            .OfType<Explained>().Select(boards => boards.ToContract()));
        if (bench.Competing.FirstOrDefault(set => set.Posts.Contains(post)) is { Posts.Count: > 1 } set)
            response.SharedReliance = BoardBuilder.ToContract(set);
        return response;
    }

    public static BoardRow RowOf(GroupView view, string postId) => view.Builder.Rows().Single(row => row.PostId == postId);
}
