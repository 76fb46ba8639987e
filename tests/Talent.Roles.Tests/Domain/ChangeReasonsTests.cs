using Talent.Roles.Domain;

namespace Talent.Roles.Tests.Domain;

public class ChangeReasonsTests
{
    [Theory]
    [InlineData(ReasonedChange.Appoint, "vacancy,cover,new-post,development,correction")]
    [InlineData(ReasonedChange.Share, "vacancy,joint-leadership,load,ended,correction")]
    [InlineData(ReasonedChange.Amend, "extended,approved,found,correction")]
    public void CodesFor_AChange_AreThoseThatTheFormsOffer(ReasonedChange change, string codes) =>
        Assert.Equal(codes.Split(','), ChangeReasons.CodesFor(change));

    [Fact]
    public void Check_NoReason_IsTaken() => Assert.Equal("", ChangeReasons.Check(ReasonedChange.Share, ""));

    [Fact]
    public void Check_AReasonOfAnotherChange_Refuses() => Assert.Equal(
        "reason_code", Assert.Throws<RuleException>(() => ChangeReasons.Check(ReasonedChange.Share, "cover")).Subject);
}
