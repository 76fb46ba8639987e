using Talent.Messaging;
using Talent.Roles.V1;
using Talent.Types.V1;

namespace Talent.Demonstration.Generation;

/// <summary>Invents the posts of a group by its arrangement: boards, executive teams, deputies, sites; then divisions until there are enough.</summary>
internal sealed class PostGenerator(DemonstrationSettings settings, IdentifierSource identifiers, RandomSource random)
{
    private static readonly string[] Divisions =
    [
        "Medicine", "Surgery", "Women and children", "Emergency and urgent care", "Clinical support", "Cancer", "Rehabilitation",
        "Primary and community care", "Critical care and theatres", "Heart and lungs", "Estates and facilities", "Older people",
    ];

    private static readonly string[] DivisionTitles =
        ["Divisional director", "Divisional medical director", "Divisional director of nursing", "Divisional director of operations"];

    private readonly CriticalityTable criticality = new(random);

    public void AddPosts(GroupPlan group)
    {
        foreach (var block in group.Arrangement.Chairs)
            Add(group, Families.Chair, PostKind.NonExecutive, block);
        foreach (var block in group.Arrangement.ChiefExecutives)
            AddExecutiveTeam(group, block);
        foreach (var trust in group.Trusts)
        {
            AddNonExecutives(group, trust);
            foreach (var site in trust.Sites)
                AddSite(group, trust, site);
        }
    }

    /// <summary>Adds divisional posts to one trust after the other until the country has as many posts as the size says.</summary>
    public void FillWithDivisions(IReadOnlyList<GroupPlan> groups)
    {
        var left = settings.Size.Posts - groups.Sum(group => group.Posts.Count);
        if (left < 0)
            throw new InvalidOperationException($"The boards and sites alone are {-left} posts more than the size allows.");
        for (var round = 0; left > 0; round++)
        {
            if (round == Divisions.Length * DivisionTitles.Length)
                throw new InvalidOperationException("There are not enough divisions for so many posts.");
            foreach (var (group, trust) in groups.SelectMany(group => group.Trusts.Select(trust => (group, trust))).Take(left))
            {
                AddDivision(group, trust, round);
                left--;
            }
        }
    }

    private void AddExecutiveTeam(GroupPlan group, IReadOnlyList<int> block)
    {
        var shared = block.Count > 1;
        var chief = Add(group, Families.ChiefExecutive, PostKind.Executive, block, ManagerOf(group, Families.Chair, block[0]));
        if (shared || settings.Size.WideExecutiveTeams)
            Add(group, Families.DeputyChiefExecutive, PostKind.Executive, block, chief);
        foreach (var family in settings.Size.WideExecutiveTeams ? Families.WideTeam : Families.NarrowTeam)
        {
            if (shared && group.Arrangement.SharedFamilies.Contains(family))
                AddExecutive(group, family, block, chief);
            else
            {
                foreach (var trust in block)
                    AddExecutive(group, family, [trust], chief);
            }
        }
    }

    private void AddExecutive(GroupPlan group, string family, IReadOnlyList<int> block, PostPlan chief)
    {
        var executive = Add(group, family, PostKind.Executive, block, chief);
        if (group.Arrangement.IsFirstGroup && block.Count > 1)
            Add(group, family, PostKind.Deputy, block, executive);
        else if (family == Families.ChiefFinanceOfficer || (settings.Size.WideExecutiveTeams && family != Families.CorporateAffairs))
        {
            foreach (var trust in block)
                Add(group, family, PostKind.Deputy, [trust], executive);
        }
    }

    private void AddNonExecutives(GroupPlan group, TrustPlan trust)
    {
        var number = Number(group, trust);
        var chair = ManagerOf(group, Families.Chair, number);
        Add(group, Families.ViceChair, PostKind.NonExecutive, [number], chair);
        if (settings.Size.NonExecutives == 0)
            return;
        Add(group, Families.SeniorIndependentDirector, PostKind.NonExecutive, [number], chair);
        for (var seat = 1; seat < settings.Size.NonExecutives; seat++)
            Add(group, Families.NonExecutiveDirector, PostKind.NonExecutive, [number], chair);
    }

    private void AddSite(GroupPlan group, TrustPlan trust, SitePlan site)
    {
        var number = Number(group, trust);
        var operating = ManagerOf(group, Families.ChiefOperatingOfficer, number);
        var chief = Add(group, Families.SiteChiefExecutive, PostKind.Site, [number], operating);
        chief.Post.Title = $"Chief executive, {site.Name}";
        chief.Post.DevelopmentPost = true;
        foreach (var family in settings.Size.WideExecutiveTeams
            ? new[] { Families.SiteMedicalDirector, Families.SiteNursingDirector }
            : [Families.SiteNursingDirector])
        {
            var director = Add(group, family, PostKind.Site, [number], chief);
            director.Post.Title = $"{Families.TitleOf(family)}, {site.Name}";
        }
    }

    private void AddDivision(GroupPlan group, TrustPlan trust, int round)
    {
        var number = Number(group, trust);
        var post = Add(
            group, Families.DivisionalDirector, PostKind.Division, [number], ManagerOf(group, Families.ChiefOperatingOfficer, number));
        var title = DivisionTitles[round % DivisionTitles.Length];
        var division = Divisions[(round / DivisionTitles.Length + number) % Divisions.Length];
        post.Post.Title = $"{title}, {division}, {trust.Place}";
    }

    private PostPlan Add(GroupPlan group, string family, PostKind kind, IReadOnlyList<int> block, PostPlan? manager = null)
    {
        var trusts = block.Select(number => group.Trusts[number]).ToList();
        var post = new Post
        {
            Id = identifiers.Next(),
            Title = Title(family, kind, trusts),
            Family = family,
            Level = LevelOf(kind, block.Count),
            GroupId = group.Group.Id,
            DaysPerWeek = DaysPerWeek(family, kind, block.Count),
            Criticality = criticality.Of(family, kind, group.Arrangement.IsFirstGroup),
        };
        // Rounded down, so that the shares of a post never add up to more than the whole of its time.
        var share = Math.Floor(100.0 / block.Count) / 100;
        post.Served.AddRange(trusts.Select(trust => new ServedOrganisation
        {
            OrganisationCode = trust.Code,
            Share = share,
            Voting = kind == PostKind.NonExecutive || (kind == PostKind.Executive && Votes(family)),
        }));
        SetDesign(post, kind, block.Count, group.Arrangement.IsFirstGroup);
        var plan = new PostPlan { Post = post, Kind = kind, Trusts = trusts, Manager = manager };
        group.Posts.Add(plan);
        return plan;
    }

    // Whether a post was made for one person is asked of large posts, and not always answered.
    private void SetDesign(Post post, PostKind kind, int boards, bool firstGroup)
    {
        if (firstGroup && post.Family == Families.ChiefExecutive)
            post.DesignedAroundPerson = true;
        else if (kind is PostKind.NonExecutive or PostKind.Executive && boards > 1 && !firstGroup && random.Chance(0.6))
            post.DesignedAroundPerson = random.Chance(0.35);
        else if (random.Chance(0.85))
            post.DesignedAroundPerson = false;
    }

    private static string Title(string family, PostKind kind, List<TrustPlan> trusts) => (family, kind, trusts.Count > 1) switch
    {
        (Families.Chair, _, true) => "Chair in common",
        (_, PostKind.Deputy, true) => $"Deputy group {Families.TitleInside(family)}",
        (Families.DivisionalDirector, _, _) => DivisionTitles[0],
        (_, PostKind.Deputy, false) => $"Deputy {Families.TitleInside(family)}, {trusts[0].Place}",
        (_, _, true) => $"Group {Families.TitleInside(family)}",
        _ => $"{Families.TitleOf(family)}, {trusts[0].Place}",
    };

    private static Level LevelOf(PostKind kind, int boards) => kind switch
    {
        PostKind.Site => Level.Site,
        PostKind.Deputy or PostKind.Division => Level.Division,
        _ => boards > 1 ? Level.Group : Level.Trust,
    };

    private double DaysPerWeek(string family, PostKind kind, int boards) => (family, kind) switch
    {
        // A chair in common of two boards was advertised at the three days that one board takes.
        (Families.Chair, _) => boards > 2 ? 4 : 3,
        (_, PostKind.NonExecutive) => random.Chance(0.9) ? 1 : 0,
        (_, PostKind.Division) => random.Chance(0.3) ? 3 : 5,
        _ => 5,
    };

    private static bool Votes(string family) => family is Families.ChiefExecutive or Families.DeputyChiefExecutive
        or Families.ChiefOperatingOfficer or Families.ChiefFinanceOfficer or Families.ChiefMedicalOfficer or Families.ChiefNursingOfficer;

    private static int Number(GroupPlan group, TrustPlan trust) => group.Trusts.ToList().IndexOf(trust);

    private static PostPlan ManagerOf(GroupPlan group, string family, int trust) =>
        group.Posts.First(post => post.IsFamily(family) && post.Trusts.Contains(group.Trusts[trust]));
}
