using Talent.Development.Domain;

namespace Talent.Development.Tests.Domain;

public sealed class AudienceTests
{
    public static TheoryData<Audience, Audience> Pairs()
    {
        var pairs = new TheoryData<Audience, Audience>();
        foreach (var one in Enum.GetValues<Audience>())
        {
            foreach (var other in Enum.GetValues<Audience>())
                pairs.Add(one, other);
        }
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Within_AnyTwo_IncludesTheGroupOnlyWhenBothDo(Audience one, Audience other)
    {
        Assert.Equal(one.IncludesGroup() && other.IncludesGroup(), one.Within(other).IncludesGroup());
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Within_AnyTwo_IsTheSameEitherWay(Audience one, Audience other)
    {
        Assert.Equal(one.Within(other), other.Within(one));
    }

    [Theory]
    [InlineData(Audience.MyGroup, Audience.NationalPoolWithoutMyGroup, Audience.OnlyMe)]
    [InlineData(Audience.NationalPool, Audience.NationalPoolWithoutMyGroup, Audience.NationalPoolWithoutMyGroup)]
    [InlineData(Audience.NationalPool, Audience.MyManager, Audience.MyManager)]
    [InlineData(Audience.MyGroup, Audience.MyManager, Audience.MyManager)]
    public void Within_Narrower_LeavesThoseInBoth(Audience audience, Audience limit, Audience expected)
    {
        Assert.Equal(expected, audience.Within(limit));
    }

    [Theory]
    [InlineData(StatementSource.Self, Audience.MyGroup, null, Audience.MyGroup)]
    [InlineData(StatementSource.Self, Audience.MyGroup, Audience.OnlyMe, Audience.OnlyMe)]
    [InlineData(StatementSource.Panel, Audience.NationalPool, null, Audience.OnlyMe)]
    [InlineData(StatementSource.Manager, Audience.NationalPool, Audience.MyGroup, Audience.MyGroup)]
    [InlineData(StatementSource.Unknown, Audience.NationalPool, null, Audience.OnlyMe)]
    public void AudienceOf_SourceAndChoice_GivesTheAudienceInTheEnd(
        StatementSource source, Audience given, Audience? choice, Audience expected)
    {
        Assert.Equal(expected, ReadinessStatement.AudienceOf(source, given, choice));
    }
}
