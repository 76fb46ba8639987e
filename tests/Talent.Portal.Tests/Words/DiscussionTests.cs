using Talent.Portal.Doubles;
using Talent.Portal.Words;
using Talent.Succession.V1;

namespace Talent.Portal.Tests.Words;

public sealed class DiscussionTests
{
    [Fact]
    public void Say_NothingRecorded_IsNotYetDiscussed() => Assert.Equal("Not yet discussed with the holder.", Discussions.Say(null));

    [Fact]
    public void Say_ShownWithoutReply_NamesTheTimeToReply() => Assert.Equal(
        "Shown to the holder on 3 November 2026; time to reply until 17 November 2026 (ten working days).",
        Discussions.Say(Shown()));

    [Fact]
    public void Say_Replied_LeadsToTheReply()
    {
        var discussion = Shown();
        (discussion.RepliedOn, discussion.Reply) = (Invented.Day(2026, 11, 9), "A deputy starts in spring.");
        Assert.Equal("Shown to the holder on 3 November 2026. The holder replied on 9 November 2026:", Discussions.Say(discussion));
    }

    [Fact]
    public void Say_ReplyNoLongerKept_SaysSo()
    {
        var discussion = Shown();
        discussion.RepliedOn = Invented.Day(2026, 11, 9);
        Assert.EndsWith("the text is no longer kept.", Discussions.Say(discussion), StringComparison.Ordinal);
    }

    private static Discussion Shown() => new()
    {
        FlagId = "flag-01",
        ShownOn = Invented.Day(2026, 11, 3),
        ReplyUntil = Invented.Day(2026, 11, 17),
    };
}
