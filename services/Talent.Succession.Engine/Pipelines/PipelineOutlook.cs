using Talent.Succession.Engine.Explanations;

namespace Talent.Succession.Engine.Pipelines;

/// <summary>One pipeline in one year: medians with 80 % bands, in whole posts or people.</summary>
/// <param name="Year">Counted from 1, the twelve months after the day of the snapshot.</param>
/// <param name="Demand">Posts that fall vacant in the year, each as often as it does; posts vacant on the first day count in year 1.
/// Unknown where turnover or a start is.</param>
/// <param name="Supply">Distinct people ready and still there at the end of the year, whoever has been appointed. Unknown readiness
/// never counts in the median, only in the upper end.</param>
/// <param name="Balance">That supply less all demand from the first day on: what is left when every post was filled from the pipeline;
/// below 0 the posts that somebody from outside must fill. It is never too favourable: whoever was appointed and would have left since
/// is taken off twice, and a post filled from outside is taken off too. The people left are at least this and at most the supply.</param>
public sealed record PipelineYear(int Year, Estimate Demand, Estimate Supply, Estimate Balance);

/// <summary>Supply and demand of one pipeline over some years.</summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="Posts">Its posts.</param>
/// <param name="Years">One entry for each year.</param>
/// <param name="Unknowns">What widens the bands, the widest first.</param>
public sealed record PipelineOutlook(
    PipelineKey Pipeline, int Posts, IReadOnlyList<PipelineYear> Years, IReadOnlyList<PipelineWidening> Unknowns)
{
    /// <summary>The unknown that widens the bands most; null where nothing is unknown.</summary>
    public PipelineWidening? Widest => Unknowns.Count == 0 ? null : Unknowns[0];
}
