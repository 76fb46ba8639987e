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
    private readonly IReadOnlyList<PlayedSeat> seats;

    public UncoveredDays(SimulationResult result, Weighting weighting)
    {
        (this.result, seats) = (result, result.Model.Played.Seats);
        days = result.Kept
            ?? throw new ArgumentException("Compare results that keep their days: play them to compare.", nameof(result));
        weights = [.. seats.Select(seat => weighting == Weighting.Equal ? 1 : seat.Post.Criticality.PrudentWeight)];
        Posts = [.. result.Model.Snapshot.Posts.Select(post => post.Id)];
        Organisations = Post.OrganisationsServedBy(result.Model.Snapshot.Posts);
    }

    public IReadOnlyList<PostId> Posts { get; }

    public IReadOnlyList<OrganisationId> Organisations { get; }

    public static Estimate Mean(IReadOnlyList<double> values)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var value in values) (sum, squares) = (sum + value, squares + (value * value));
        return SampleMean.OfSum(sum, squares, values.Count);
    }

    public double[] OfGroup() => Of(seat => seat.Share);

    // An organisation has the whole weight of a post that serves it, whoever else it serves.
    public double[] OfOrganisations() => Of(seat => seat.Serves.Count);

    public double[] OfPost(PostId id) => Of(seat => seat.Post.Id == id ? seat.Share : 0);

    public double[] OfOrganisation(OrganisationId organisation) => Of(seat => seat.Serves.Contains(organisation) ? 1 : 0);

    private double[] Of(Func<PlayedSeat, double> times)
    {
        var quality = result.Model.Rules.InterimCoverQuality.Value;
        (int Seat, double Factor)[] counted =
        [
            .. seats.Select((seat, at) => (at, weights[at] * times(seat))).Where(each => each.Item2 != 0),
        ];
        var sums = new double[result.Trials];
        // Trial after trial, as the days lie in memory.
        for (var trial = 0; trial < sums.Length; trial++)
        {
            foreach (var (seat, factor) in counted)
                sums[trial] += factor * (days.Uncovered(trial, seat) - (quality * days.Interim(trial, seat)));
        }

        return sums;
    }
}
