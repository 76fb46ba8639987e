using Talent.Types.V1;

namespace Talent.Demonstration.Generation;

/// <summary>
/// The benches of the first group, set by hand. On paper every post is covered. If it happened, the chief executive and the four chief
/// operating officers rely on two people, the other clinical directors on three; only finance has a bench of its own.
/// </summary>
internal sealed class FirstGroupBenches(GroupPlan group, Slate slate, ReadinessGenerator readiness, RandomSource random)
{
    private readonly Queue<string> unclaimed = new(random.Shuffle(group.Pool).Select(person => person.Id));

    public void AddNominations()
    {
        NameForGroupPosts();
        NameForTrustExecutives();
        NameForFinance();
        NameForSites();
        NameForTheRest();
    }

    private void NameForGroupPosts()
    {
        var chief = Post(Families.ChiefExecutive);
        slate.TryName(chief, DemonstrationIdentities.LeaderPersonId, readiness.InOneToTwoYears());
        slate.TryName(chief, SecondSiteLeader, readiness.Now());
        slate.TryName(chief, Post(Families.ChiefOperatingOfficer, 1).HolderId, readiness.InOneToTwoYears());
        slate.TryName(chief, Post(Families.DeputyChiefExecutive).HolderId, readiness.InOneToTwoYears());
        NameOwn(Post(Families.Chair), readiness.Now());
        slate.TryName(Post(Families.Chair), Post(Families.ViceChair, 1).HolderId, readiness.InOneToTwoYears());
        foreach (var family in new[] { Families.DeputyChiefExecutive, Families.ChiefPeopleOfficer, Families.Strategy })
        {
            NameOwn(Post(family), readiness.Now());
            NameOwn(Post(family), readiness.Any(ready: 0));
        }
    }

    // Twelve posts, five people who are ready: two for the operating officers, one for the medical, two for the nursing directors.
    private void NameForTrustExecutives()
    {
        var physician = unclaimed.Dequeue();
        for (var trust = 0; trust < group.Trusts.Count; trust++)
        {
            var operating = Post(Families.ChiefOperatingOfficer, trust);
            slate.TryName(operating, DemonstrationIdentities.LeaderPersonId, readiness.Now());
            slate.TryName(operating, SecondSiteLeader, readiness.Now());
            slate.TryName(operating, Post(Families.ChiefOperatingOfficer, (trust + 1) % group.Trusts.Count).HolderId, ReadinessGenerator.Unknown);

            slate.TryName(Post(Families.ChiefMedicalOfficer, trust), physician, readiness.Now());
            NameOwn(Post(Families.ChiefMedicalOfficer, trust), readiness.Any(ready: 0));

            var nursing = Post(Families.ChiefNursingOfficer, trust);
            slate.TryName(nursing, Post(Families.SiteNursingDirector, 0).HolderId, readiness.Now());
            slate.TryName(nursing, Post(Families.SiteNursingDirector, 1).HolderId, readiness.Now());
        }
    }

    private void NameForFinance()
    {
        foreach (var post in All(Families.ChiefFinanceOfficer, PostKind.Executive))
        {
            var deputy = group.Posts.First(other => other.Manager == post && other.Kind == PostKind.Deputy);
            slate.TryName(post, deputy.HolderId, readiness.Now());
            NameOwn(post, readiness.InOneToTwoYears());
        }
    }

    private void NameForSites()
    {
        foreach (var post in All(Families.SiteChiefExecutive, PostKind.Site))
        {
            slate.TryName(post, Post(Families.SiteNursingDirector, 0).HolderId, readiness.Now());
            slate.TryName(post, Post(Families.SiteNursingDirector, 1).HolderId, ReadinessGenerator.Unknown);
            slate.TryName(post, Post(Families.ChiefNursingOfficer, 0).HolderId, readiness.InOneToTwoYears());
        }
    }

    // Vice-chairs share two people; of the smaller posts most have somebody of their own.
    private void NameForTheRest()
    {
        string[] boardMembers = [unclaimed.Dequeue(), unclaimed.Dequeue()];
        foreach (var post in All(Families.ViceChair, PostKind.NonExecutive))
        {
            foreach (var person in boardMembers)
                slate.TryName(post, person, readiness.Now());
        }
        var named = new List<string>();
        foreach (var post in group.Posts.Where(post => slate.CountFor(post) == 0))
        {
            // Where there are more posts than people without one, later posts name people who are named already.
            var person = unclaimed.TryDequeue(out var next) ? next : random.Pick(named);
            slate.TryName(post, person, readiness.Any(ready: 0.6));
            if (named.Count > 0)
                slate.TryName(post, random.Pick(named), readiness.Any(ready: 0));
            named.Add(person);
        }
    }

    private string? SecondSiteLeader => Post(Families.SiteChiefExecutive, 1).HolderId;

    private void NameOwn(PostPlan post, Readiness? ready) => slate.TryName(post, unclaimed.Dequeue(), ready);

    private PostPlan Post(string family, int trust = 0) => group.Posts.First(post =>
        post.IsFamily(family) && post.Kind != PostKind.Deputy && post.Trusts.Contains(group.Trusts[trust]));

    private List<PostPlan> All(string family, PostKind kind) =>
        [.. group.Posts.Where(post => post.IsFamily(family) && post.Kind == kind)];
}
