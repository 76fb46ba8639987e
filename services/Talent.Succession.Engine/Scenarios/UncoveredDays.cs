using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Scenarios;

/// <summary>Weighted uncovered days of a result, trial by trial, less what interim cover takes away.</summary>
internal sealed class UncoveredDays
{
    private readonly SimulationResult result;
    private readonly DaysByTrial days;
    private readonly int[] weights;
    private readonly IReadOnlyList<Post> posts;

    public UncoveredDays(SimulationResult result, Weighting weighting)
    {
        (this.result, posts) = (result, result.Model.Snapshot.Posts);
        days = result.Kept
            ?? throw new ArgumentException("Compare results that keep their days: play them to compare.", nameof(result));
        weights = [.. posts.Select(post => weighting == Weighting.Equal ? 1 : post.Criticality.PrudentWeight)];
        Posts = [.. posts.Select(post => post.Id)];
        Organisations = Post.OrganisationsServedBy(posts);
    }

    public IReadOnlyList<PostId> Posts { get; }

    public IReadOnlyList<OrganisationId> Organisations { get; }

    public static Estimate Mean(IReadOnlyList<double> values)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var value in values) (sum, squares) = (sum + value, squares + (value * value));
        return SampleMean.OfSum(sum, squares, values.Count);
    }

    public double[] OfGroup() => Of(_ => 1);

    public double[] OfOrganisations() => Of(post => post.Serves.Count);

    public double[] OfPost(PostId id) => Of(post => post.Id == id ? 1 : 0);

    public double[] OfOrganisation(OrganisationId organisation) => Of(post => post.IsServing(organisation) ? 1 : 0);

    private double[] Of(Func<Post, int> times)
    {
        var sums = new double[result.Trials];
        var quality = result.Model.Rules.InterimCoverQuality.Value;
        for (var post = 0; post < posts.Count; post++)
        {
            var factor = (double)weights[post] * times(posts[post]);
            if (factor == 0) continue;
            for (var trial = 0; trial < sums.Length; trial++)
                sums[trial] += factor * (days.Uncovered(trial, post) - (quality * days.Interim(trial, post)));
        }

        return sums;
    }
}
