namespace Talent.Demonstration;

/// <summary>How much demonstration data there is.</summary>
public sealed record DemonstrationSize
{
    /// <summary>
    /// Three groups that a person can read through: 9 trusts, 100 posts, 220 people, 300 nominations. Its 9 boards have 6 chairs and 6
    /// chief executives (1.5 boards for one of each; England has 1.37 and 1.19): the four boards of the first group share both, which
    /// leaves no nearer number, so the other boards share neither.
    /// </summary>
    public static DemonstrationSize Small { get; } = new("small", groups: 3, trusts: 9, posts: 100, people: 220, nominations: 300)
    {
        ChairReductions = 3,
        ChiefExecutiveReductions = 3,
        NonExecutives = 0,
        MostSites = 1,
        WideExecutiveTeams = false,
    };

    /// <summary>As many boards as England has: 60 groups, 200 trusts, 12,000 posts, 24,000 people, 36,000 nominations.</summary>
    public static DemonstrationSize National { get; } =
        new("national", groups: 60, trusts: 200, posts: 12_000, people: 24_000, nominations: 36_000)
        {
            // 211 boards had 154 chairs and 178 chief executives in March 2024; 200 boards at the same ratios have 146 and 169.
            ChairReductions = 54,
            ChiefExecutiveReductions = 31,
            NonExecutives = 5,
            MostSites = 3,
            WideExecutiveTeams = true,
        };

    private DemonstrationSize(string name, int groups, int trusts, int posts, int people, int nominations) =>
        (Name, Groups, Trusts, Posts, People, Nominations) = (name, groups, trusts, posts, people, nominations);

    /// <summary>The word that chooses it in the configuration.</summary>
    public string Name { get; }

    /// <summary>Number of groups.</summary>
    public int Groups { get; }

    /// <summary>Number of trusts; each belongs to one group.</summary>
    public int Trusts { get; }

    /// <summary>Number of posts.</summary>
    public int Posts { get; }

    /// <summary>Number of people, in post or not.</summary>
    public int People { get; }

    /// <summary>Number of nominations.</summary>
    public int Nominations { get; }

    /// <summary>Boards less distinct chairs.</summary>
    internal int ChairReductions { get; private init; }

    /// <summary>Boards less distinct chief executives.</summary>
    internal int ChiefExecutiveReductions { get; private init; }

    /// <summary>Non-executive directors of a board beside chair and vice-chair.</summary>
    internal int NonExecutives { get; private init; }

    /// <summary>The most sites a trust has.</summary>
    internal int MostSites { get; private init; }

    /// <summary>Whether executive teams have every family of posts, and sites every director.</summary>
    internal bool WideExecutiveTeams { get; private init; }

    /// <summary>The size of that name.</summary>
    /// <exception cref="ArgumentException">There is no such size; the sentence names those there are.</exception>
    public static DemonstrationSize Named(string name) => name switch
    {
        "small" => Small,
        "national" => National,
        _ => throw new ArgumentException($"\"{name}\" is no size of the demonstration data: choose small or national.", nameof(name)),
    };

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
