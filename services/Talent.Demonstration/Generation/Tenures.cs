namespace Talent.Demonstration.Generation;

/// <summary>How long people have been in post, in years. With a constant yearly exit the time so far has the median of the whole time.</summary>
internal sealed class Tenures(RandomSource random)
{
    // The median tenure of a chief executive in England is 3 years; the others are assumptions close to it.
    private const double ChiefExecutiveMedian = 3.0;
    private const double Longest = 14.0;
    private const double Shortest = 0.1;

    public double SoFar(PostPlan post) => Math.Clamp(random.Exponential(MedianOf(post)), Shortest, Longest);

    /// <summary>Years on a board of a chair or non-executive director: spread over the nine, with a few at or beyond their end.</summary>
    public double OnBoard() => random.Chance(0.05) ? 8.5 + random.NextShare() : 0.2 + (random.NextShare() * 8.3);

    /// <summary>Years of somebody who left.</summary>
    public double Ended(PostPlan post) => Math.Clamp(random.Exponential(MedianOf(post)), 0.4, Longest);

    private static double MedianOf(PostPlan post) => post.Kind switch
    {
        PostKind.Executive when post.IsFamily(Families.ChiefExecutive) => ChiefExecutiveMedian,
        PostKind.Executive => 3.2,
        PostKind.Site => 2.6,
        PostKind.NonExecutive => 4.0,
        _ => 2.8,
    };
}
