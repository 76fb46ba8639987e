using Talent.Demonstration.Generation;
using Talent.Roles.V1;
using Talent.Succession.V1;

namespace Talent.Demonstration.Tests.Generation;

/// <summary>The story that the first group tells, in every size.</summary>
public sealed class FirstGroupTests
{
    public static TheoryData<string> Sizes { get; } = new("small", "national");

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Generate_FirstGroup_HasTheIdentitiesOfTheSignInAccounts(string size)
    {
        var group = First(size);

        Assert.Equal(DemonstrationIdentities.FirstGroupId, group.Group.Id);
        Assert.Equal(DemonstrationIdentities.DirectorPersonId, HolderOf(Post(group, "chief-people-officer")));
        Assert.Contains(DemonstrationIdentities.LeaderPersonId, group.Posts.Where(post => post.Family == "site-chief-executive").Select(HolderOf));
        Assert.Contains(group.Nominations, nomination => nomination.PersonId == DemonstrationIdentities.LeaderPersonId);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Generate_FirstChiefExecutive_LeadsFourBoardsWithoutAnAcceptedDeputy(string size)
    {
        var post = Post(First(size), "chief-executive");

        Assert.Equal(4, post.Served.Count);
        Assert.True(post.DesignedAroundPerson);
        Assert.NotEmpty(post.Deputies);
        Assert.DoesNotContain(post.Deputies, deputy => deputy.Accepted);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Generate_SuccessorsOfTheFirstChiefExecutive_AreAllNamedElsewhereOrNotReady(string size)
    {
        var group = First(size);
        var ready = group.Nominations.Where(name => name.PostId == Post(group, "chief-executive").Id && IsReady(name)).ToList();

        Assert.NotEmpty(ready);
        Assert.All(ready, name => Assert.True(group.Nominations.Count(other => other.PersonId == name.PersonId) > 3));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Generate_FirstFinanceDirector_HoldsFourPostsEachWithAcceptedDeputyAndOwnReadySuccessor(string size)
    {
        var group = First(size);
        var posts = group.Posts.Where(post => post.Family == "chief-finance-officer" && post.Level == Talent.Types.V1.Level.Trust).ToList();

        Assert.Equal(4, posts.Count);
        Assert.Single(posts.Select(HolderOf).Distinct());
        Assert.All(posts, post => Assert.Contains(post.Deputies, deputy => deputy.Accepted));
        Assert.All(posts, post => Assert.Contains(group.Nominations, name => name.PostId == post.Id && IsReady(name)
            && group.Nominations.Count(other => other.PersonId == name.PersonId) == 1));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Generate_FirstGroup_IsCoveredOnPaperInEveryPost(string size)
    {
        var group = First(size);

        Assert.Equal(
            group.Posts.Select(post => post.Id).Order(StringComparer.Ordinal),
            group.Nominations.Select(name => name.PostId).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Generate_OtherGroups_HavePostsForWhichNobodyIsNamed(string size) => Assert.Contains(
        DemonstrationDatasets.Of(size).Groups.Skip(1).SelectMany(group => group.Posts.Select(post => (group, post))),
        each => each.group.Nominations.All(name => name.PostId != each.post.Id));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Generate_FirstGroup_CouldFillFarFewerPostsIfItHappened(string size)
    {
        var group = First(size);

        Assert.InRange((double)TrueBench(group, group.Posts) / group.Posts.Count, 0.3, 0.7);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Generate_FiveOperatingPostsOfTheFirstGroup_RelyOnTwoPeople(string size)
    {
        var group = First(size);
        var posts = group.Posts.Where(post => post.Family == "chief-executive"
            || (post.Family == "chief-operating-officer" && post.Level == Talent.Types.V1.Level.Trust)).ToList();

        Assert.Equal((5, 2), (posts.Count, TrueBench(group, posts)));
    }

    private static DemonstrationGroup First(string size) => DemonstrationDatasets.Of(size).Groups[0];

    private static Post Post(DemonstrationGroup group, string family) =>
        group.Posts.Single(post => post.Family == family && post.Level == Talent.Types.V1.Level.Group);

    private static string HolderOf(Post post) =>
        post.CurrentAppointments().Single(held => held.Kind == AppointmentKind.Substantive).PersonId;

    private static bool IsReady(Nomination nomination) => nomination.Readiness?.Latest?.ToDay() <= DemonstrationDatasets.AsOf;

    // Maximum matching by augmenting paths (Kuhn), each ready person once.
    private static int TrueBench(DemonstrationGroup group, IEnumerable<Post> posts)
    {
        var ready = group.Nominations.Where(IsReady).ToLookup(name => name.PostId, name => name.PersonId);
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        return posts.Count(post => Fill(post.Id, ready, taken, []));
    }

    private static bool Fill(string post, ILookup<string, string> ready, Dictionary<string, string> taken, HashSet<string> tried)
    {
        foreach (var person in ready[post].Where(tried.Add))
        {
            if (!taken.TryGetValue(person, out var other) || Fill(other, ready, taken, tried))
            {
                taken[person] = post;
                return true;
            }
        }
        return false;
    }
}
