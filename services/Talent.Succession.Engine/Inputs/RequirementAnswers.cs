namespace Talent.Succession.Engine.Inputs;

/// <summary>
/// Answers of nominations about the hard requirements of their posts. What a nomination leaves open is what the person's other nominations
/// say of the same requirement, the least favourable of them, else unknown: so a supposed nomination takes over what is recorded.
/// </summary>
internal static class RequirementAnswers
{
    /// <summary>All requirements together: not met when one is not, unknown when one of the others is.</summary>
    public static Answer Together(this IEnumerable<RequirementAnswer> answers) =>
        answers.Select(each => each.Met).Aggregate(Answer.Yes, LeastFavourable);

    /// <summary>Nominations of which each answers every requirement of its post.</summary>
    /// <param name="nominations">As they were given.</param>
    /// <param name="required">The requirements of a post.</param>
    public static IEnumerable<Nomination> Complete(
        IReadOnlyList<Nomination> nominations, Func<PostId, IReadOnlyList<RequirementKey>> required)
    {
        var known = nominations
            .SelectMany(name => name.Requirements.Select(answer => (Key: (name.Nominee, answer.Requirement), answer.Met)))
            .GroupBy(answer => answer.Key, answer => answer.Met)
            .ToDictionary(answers => answers.Key, answers => answers.Aggregate(LeastFavourable));
        foreach (var name in nominations)
        {
            RequirementAnswer[] open =
            [
                .. required(name.Post).Where(key => name.Requirements.All(answer => answer.Requirement != key))
                    .Select(key => new RequirementAnswer(key, known.GetValueOrDefault((name.Nominee, key), Answer.Unknown))),
            ];
            yield return open.Length == 0 ? name : name.With([.. name.Requirements, .. open]);
        }
    }

    private static Answer LeastFavourable(Answer one, Answer other) => (one, other) switch
    {
        (Answer.No, _) or (_, Answer.No) => Answer.No,
        (Answer.Yes, Answer.Yes) => Answer.Yes,
        _ => Answer.Unknown,
    };
}
