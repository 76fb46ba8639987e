using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Risks;

/// <summary>Whether a figure uses the criticality of posts.</summary>
public enum Weighting
{
    /// <summary>By the weights given, agreed or proposed.</summary>
    ByCriticality,

    /// <summary>Every post counts the same.</summary>
    Equal,
}

/// <summary>The weight of a post as a part of an explanation.</summary>
internal static class Weights
{
    public static Explained Of(Post post, Weighting weighting) => weighting == Weighting.Equal
        ? Explained.Given("Equal weight", Estimate.Exact(1), "times", "every post counts the same")
        : post.Criticality switch
        {
            { Weight: { } weight, AgreedOn: { } day } =>
                Explained.Given("Criticality", Estimate.Exact(weight), "times", "agreed by the group", day),
            { Weight: { } weight } => Explained.Given("Criticality", Estimate.Exact(weight), "times", "proposed, not agreed by the group"),
            _ => Explained.Missing("Criticality", 1, 5, "times", "the criticality the group agrees for the post"),
        };
}
