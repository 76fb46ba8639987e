using Talent.Demonstration.Generation;
using Talent.Succession.V1;

namespace Talent.Demonstration.Tests.Generation;

/// <summary>What nominations must obey to be accepted, and what makes them realistic.</summary>
public sealed class NominationTests
{
    [Theory]
    [InlineData("small")]
    [InlineData("national")]
    public void Generate_Nominations_NameNobodyTwiceForAPostOrForTheirOwn(string size)
    {
        foreach (var group in DemonstrationDatasets.Of(size).Groups)
        {
            var named = group.Nominations.Where(name => name.External is null).Select(name => (name.PostId, name.PersonId)).ToList();
            var held = group.Posts.SelectMany(post => post.CurrentAppointments()).Select(held => (held.PostId, held.PersonId));
            Assert.Equal(named.Count, named.Distinct().Count());
            Assert.Empty(named.Intersect(held));
        }
    }

    [Fact]
    public void Generate_Nominations_AreEndorsedOnlyWhenThePersonWasTold()
    {
        Assert.All(National.Where(name => name.Endorsed), name => Assert.Equal(Telling.Told, name.Telling));
    }

    [Fact]
    public void Generate_ConfidentialNominations_ExpireWithinSixMonths()
    {
        var confidential = National.Where(name => name.Telling == Telling.Confidential).ToList();

        Assert.NotEmpty(confidential);
        Assert.All(confidential, name => Assert.InRange(
            name.Confidentiality.ExpiresOn.ToDay(), DemonstrationDatasets.AsOf.AddDays(1), DemonstrationDatasets.AsOf.AddMonths(6)));
    }

    [Fact]
    public void Generate_National_LeavesAFifthOfTheReadinessUnknown()
    {
        Assert.InRange((double)National.Count(name => name.Readiness is null) / National.Count, 0.1, 0.3);
    }

    [Fact]
    public void Generate_National_NamesSomePeopleForManyPosts()
    {
        var most = National.Where(name => name.PersonId.Length > 0).GroupBy(name => name.PersonId).Max(name => name.Count());

        Assert.InRange(most, 8, 100);
    }

    private static List<Nomination> National { get; } =
        [.. DemonstrationDatasets.National.Groups.SelectMany(group => group.Nominations)];
}
