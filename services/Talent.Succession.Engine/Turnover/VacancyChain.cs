using Talent.Succession.Engine.Explanations;

namespace Talent.Succession.Engine.Turnover;

/// <summary>How many moves one vacancy sets off (White, Chains of Opportunity, 1970).</summary>
public static class VacancyChain
{
    /// <summary>Expected number of moves with a constant probability of filling from inside: 1 / (1 - q).</summary>
    /// <param name="internalFill">Probability that a post is filled from inside, 0 or more and below 1.</param>
    public static Explained ExpectedLength(Explained internalFill) =>
        Explained.From("Vacancy chain length", "moves", Operation.ChainLength, [internalFill], "White 1970");
}
