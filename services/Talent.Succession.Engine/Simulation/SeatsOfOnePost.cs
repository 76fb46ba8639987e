namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// Whoever takes up one seat of a post, the post itself or the part of one of its boards, is no candidate for its others any more: leaving
/// one board of a post for another would only move the vacancy.
/// </summary>
internal sealed class SeatsOfOnePost
{
    private readonly int[][] others;

    private SeatsOfOnePost(SimulationModel model)
    {
        var candidates = model.Candidates;
        others = [.. candidates.People.Select(_ => Array.Empty<int>())];
        var post = model.Played.Snapshot.Posts.Zip(model.Played.Seats).ToDictionary(each => each.First.Id, each => each.Second.Post.Id);
        var rows = candidates.Nominations.Select((name, row) => (Name: name, Row: row)).Where(each => each.Name is not null)
            .GroupBy(each => (post[each.Name!.Post], each.Name.Nominee), each => each.Row);
        foreach (var same in rows)
        {
            foreach (var row in same) others[row] = [.. same.Where(other => other != row)];
        }
    }

    /// <summary>Of the posts of a model; null where each is one seat.</summary>
    public static SeatsOfOnePost? Of(SimulationModel model) => model.Seats.Parts.Length == 0 ? null : new SeatsOfOnePost(model);

    /// <summary>Somebody takes up a seat.</summary>
    /// <param name="row">The row of <see cref="Candidates"/>.</param>
    /// <param name="ready">By row: the day from which each is ready.</param>
    /// <param name="offers">By row: the same for those who would accept.</param>
    public void TakeUp(int row, int[] ready, int[] offers)
    {
        foreach (var other in others[row]) (ready[other], offers[other]) = (Candidates.Never, Candidates.Never);
    }
}
