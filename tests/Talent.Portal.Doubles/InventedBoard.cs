using Talent.Succession.V1;
using Talent.Types.V1;

namespace Talent.Portal.Doubles;

/// <summary>The invented board: twelve posts covered on paper, seven if it happened.</summary>
public static class InventedBoard
{
    public static Board Make(long version, bool chiefExecutiveVacant) => new()
    {
        GroupId = Invented.GroupId,
        Provenance = Provenance(version),
        Rows = { Enumerable.Range(0, Invented.Titles.Count).Select(index => Row(index, chiefExecutiveVacant)) },
        Coverage = Coverage(),
        OwnPostsLeftOut = 1,
        CriticalityAgreed = false,
        OrderChangesWithEqualWeights = true,
    };

    public static Provenance Provenance(long version) => new()
    {
        AsOf = Invented.Day(2026, 11, 22),
        ModelVersion = "1",
        RolesPosition = 120,
        DevelopmentPosition = 80,
        SuccessionPosition = 40,
        BoardVersion = version,
        CoverHorizonDays = 91,
    };

    public static BoardRow Row(int index, bool chiefExecutiveVacant = false)
    {
        var vacant = index == 2 || (index == 0 && chiefExecutiveVacant);
        var post = InventedPosts.All[index];
        var row = new BoardRow
        {
            PostId = post.Id,
            Title = post.Title,
            Family = post.Family,
            Level = post.Level,
            OrganisationCodes = { post.Served.Select(served => served.OrganisationCode) },
            VacantSince = vacant ? Invented.Day(2026, 9, 1) : null,
            Risk = index == 8 ? Invented.Days("risk", null, 5, 90) : Invented.Days("risk", 41.5 - (index * 3), 20, 60),
            Place = index == 4 ? 4 : index + 1,
            Tied = index is 3 or 4,
            PlaceWithEqualWeights = 12 - index,
            RiskWithEqualWeights = Invented.Days("risk", index + 1.5),
            Named = 2,
            SharedOutBenchStrength = Invented.Days("shared-out", 0.75),
            Cover = (Cover)((index % 4) + 1),
            VacantInOrganisationCodes = { vacant ? post.Served.Select(served => served.OrganisationCode) : post.VacantInOrganisationCodes },
        };
        if (!vacant)
            row.Holders.Add(new Holder { PersonId = $"person-0{(index % 4) + 1}", Substantive = true, Start = Invented.Day(2023, 4, 1) });
        if (index == 0)
            row.Flags.Add(Flag());
        return row;
    }

    public static Flag Flag() => new()
    {
        Id = "flag-01",
        Rule = "dependence-on-one-leader",
        Title = "Dependence on one leader",
        Finding = "Four boards rely on one person for the chief executive role. If the post fell vacant, cover is confirmed for one. "
            + "This describes how the posts are arranged, not how well anyone does them.",
        PostIds = { Invented.ChiefExecutivePost },
        OrganisationCodes = { "XN1", "XN2", "XN3" },
        Reasons = { new FlagReason { Code = "organisations-served", Sentence = "The post serves three organisations." } },
        Actions = { new FlagAction { Code = "appoint-deputy", Sentence = "Name a deputy who accepts to stand in." } },
        RaisedOn = Invented.Day(2024, 11, 1),
        Numbers = { Invented.Days("flag.days", 12) },
    };

    public static IReadOnlyList<SlateEntry> Slate { get; } =
    [
        new()
        {
            NominationId = "nomination-1", PersonId = "person-03", Rank = 1, Ready = true, CountedForPostId = Invented.PostId(5),
            AlsoNamedForPostIds = { Invented.PostId(5) }, HoldsPostIds = { Invented.PostId(3) },
            Requirements = { new RequirementFinding { Code = "qualified-accountant", Status = RequirementStatus.NotMet } },
        },
        new()
        {
            NominationId = "nomination-2", PersonId = "person-02", Rank = 2, CountedHere = true,
            Readiness = new Readiness { Earliest = Invented.Day(2027, 4, 1), Latest = Invented.Day(2028, 4, 1) },
            Requirements = { new RequirementFinding { Code = "qualified-accountant", Status = RequirementStatus.Met } },
        },
        new()
        {
            NominationId = "nomination-3", Rank = 3, Requirements = { new RequirementFinding { Code = "qualified-accountant" } },
        },
    ];

    // Five posts on two people leave three without anybody, two more have nobody who is ready: 12 - 3 - 2 = 7.
    public static Coverage Coverage() => new()
    {
        Posts = 12,
        CoveredOnPaper = 12,
        CoveredIfItHappened = 7,
        ReadyNow = 8,
        UnknownReadiness = 3,
        OwnPostsLeftOut = 1,
        SharedReliances =
        {
            new SharedReliance
            {
                PostIds = { Enumerable.Range(3, 5).Select(Invented.PostId) }, PersonIds = { "person-01", "person-02" },
            },
            new SharedReliance { PostIds = { Invented.UnknownReadinessPost } },
            new SharedReliance { PostIds = { Invented.PostId(12) } },
        },
        Measures = { Invented.Days("coverage.ratio", 1) },
    };
}
