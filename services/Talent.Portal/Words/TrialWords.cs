using Talent.Portal.Reading;
using Talent.Succession.V1;

namespace Talent.Portal.Words;

/// <summary>The steps of one trial, each in one sentence.</summary>
/// <param name="people">Names of the people.</param>
/// <param name="titleOf">Gives the title of a post by its id.</param>
/// <param name="organisations">Names of the organisations whose boards are told apart.</param>
public sealed class TrialWords(PeopleNames people, Func<string, string> titleOf, OrganisationNames organisations)
{
    /// <summary>For example "Chief nursing officer falls vacant, because its holder moves to Group chief executive".</summary>
    public string Say(TrialStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Kind switch
        {
            TrialStepKind.PersonLeaves => $"{Who(step)} leaves the group",
            TrialStepKind.TermEnds => $"The term of {Who(step)} as {Post(step)} ends",
            TrialStepKind.NewcomerLeaves => $"Whoever was recruited from outside leaves {Post(step)} again",
            TrialStepKind.FallsVacant => SayVacancy(step),
            TrialStepKind.SuccessorAccepts => $"{Who(step)} accepts {Post(step)}",
            TrialStepKind.RecruitmentBegins =>
                $"No one named for {Post(step)} is ready, free and willing: recruitment from outside begins",
            TrialStepKind.SuccessorLost => $"{Who(step)} has left before taking up {Post(step)}: the search begins again",
            TrialStepKind.FilledBySuccessor => $"{Who(step)} takes up {Post(step)}",
            TrialStepKind.FilledFromOutside => $"Somebody from outside takes up {Post(step)}",
            _ => "Something happens that is not known",
        };
    }

    private string SayVacancy(TrialStep step)
    {
        var why = step.OpenedByPostId.Length == 0 ? "" : $", because its holder moves to {titleOf(step.OpenedByPostId)}";
        return $"{Post(step)} falls vacant{why}; {(step.HasInterimCover ? "a deputy who has accepted stands in" : "nobody stands in")}";
    }

    private string Who(TrialStep step) => step.PersonId.Length == 0 ? "Somebody from outside" : people.Of(step.PersonId);

    private string Post(TrialStep step) => step.OrganisationCode.Length == 0
        ? titleOf(step.PostId)
        : $"{titleOf(step.PostId)} on the board of {organisations.Of(step.OrganisationCode)}";
}
