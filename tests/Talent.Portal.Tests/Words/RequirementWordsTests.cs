using Talent.Portal.Words;
using Talent.Succession.V1;

namespace Talent.Portal.Tests.Words;

public sealed class RequirementWordsTests
{
    [Fact]
    public void Say_NotHeld_NamesTheRuleWithItsSource() => Assert.Equal(
        "Not counted: the post needs registration as a nurse or midwife (Nursing and Midwifery Council) (National Health Service Act 2006, "
        + "Schedule 7, paragraph 16 (one executive director is a registered nurse or a registered midwife)), which is recorded as not held",
        Say("registered-nurse-or-midwife", RequirementStatus.NotMet));

    [Fact]
    public void Say_NotRecorded_SaysThatItIsNotKnown() => Assert.Equal(
        "Not certain cover: whether this person holds registration as a nurse or midwife (Nursing and Midwifery Council) is not recorded",
        Say("registered-nurse-or-midwife", RequirementStatus.Unspecified));

    [Fact]
    public void Say_NotIndependent_SaysWhatSpeaksAgainstIt() => Assert.EndsWith(
        "and an executive appointment there is recorded", Say("independent-of-the-trust", RequirementStatus.NotMet),
        StringComparison.Ordinal);

    [Fact]
    public void Say_CodeThatIsNotListed_ShowsItsWords() => Assert.Equal(
        "Not counted: the post needs something new, which is recorded as not held", Say("something-new", RequirementStatus.NotMet));

    [Fact]
    public void All_FamiliesThatNeedSomething_HaveNamesHere() =>
        Assert.Empty(Requirements.All.SelectMany(each => each.Families).Except(RoleFamilies.Keys));

    private static string Say(string code, RequirementStatus status) =>
        RequirementWords.Say(new RequirementFinding { Code = code, Status = status });
}
