using Talent.Roles.Domain;

namespace Talent.Roles.Tests.Domain;

public class GroupTests
{
    private static readonly OrganisationCode First = new("X01");
    private static readonly OrganisationCode Second = new("X02");

    [Fact]
    public void MembersOn_SeveralAtOnce_GivesAll()
    {
        var group = new Group("g", "Group", [new(First, default), new(Second, new(new(2026, 4, 1), null))]);

        Assert.Equal([First], group.MembersOn(new(2026, 3, 31)));
        Assert.Equal([First, Second], group.MembersOn(new(2026, 4, 1)));
    }

    [Fact]
    public void Constructor_OneMemberTwiceOnADay_Refuses() => Assert.Throws<RuleException>(
        () => new Group("g", "Group", [new(First, default), new(First, new(new(2026, 4, 1), null))]));

    [Fact]
    public void Constructor_AMemberThatLeftAndCameBack_KeepsBothRows()
    {
        var group = new Group("g", "Group", [new(First, new(new(2026, 4, 1), null)), new(First, new(null, new(2025, 1, 1)))]);

        Assert.Equal(2, group.Members.Count);
        Assert.Empty(group.MembersOn(new(2025, 6, 1)));
    }
}
