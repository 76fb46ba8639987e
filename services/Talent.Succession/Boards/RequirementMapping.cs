using Talent.Succession.Engine.Inputs;
using Talent.Succession.V1;

namespace Talent.Succession.Boards;

/// <summary>Hard requirements of a post and whether a nominee meets them, in the contract.</summary>
internal static class RequirementMapping
{
    public static IEnumerable<RequirementFinding> Of(Engine.Inputs.Nomination nomination) => nomination.Requirements
        .Select(each => new RequirementFinding { Code = each.Requirement.Value, Status = ToContract(each.Met) });

    private static RequirementStatus ToContract(Answer met) => met switch
    {
        Answer.Yes => RequirementStatus.Met,
        Answer.No => RequirementStatus.NotMet,
        _ => RequirementStatus.Unspecified,
    };
}
