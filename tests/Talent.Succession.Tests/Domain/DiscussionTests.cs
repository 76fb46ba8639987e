using Talent.Succession.Domain;

namespace Talent.Succession.Tests.Domain;

public sealed class DiscussionTests
{
    private static readonly DateOnly Raised = new(2026, 11, 2);
    private static readonly DateOnly Today = new(2026, 11, 22);

    public static TheoryData<string, int, int?, string> Broken => new()
    {
        { "shown_on", -1, null, "" }, { "shown_on", 21, null, "" },
        { "replied_on", 3, 2, "Agreed." }, { "replied_on", 3, 21, "Agreed." }, { "replied_on", 3, null, "Agreed." },
        { "reply", 3, 4, "" }, { "reply", 3, 4, new string('a', 4001) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Check_WhatCannotHaveHappened_NamesTheField(string field, int shown, int? replied, string reply)
    {
        var discussion = new Discussion(Raised.AddDays(shown), replied is { } days ? Raised.AddDays(days) : null, reply);

        Assert.Equal(field, Assert.Throws<RuleException>(() => discussion.Check(Raised, Today)).Field);
    }

    [Theory]
    [InlineData(0, null, "")]
    [InlineData(20, 20, "Agreed.")]
    public void Check_WhatCanHaveHappened_Passes(int shown, int? replied, string reply) =>
        new Discussion(Raised.AddDays(shown), replied is { } days ? Raised.AddDays(days) : null, reply).Check(Raised, Today);
}
