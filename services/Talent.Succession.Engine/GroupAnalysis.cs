using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Flags;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;
using Talent.Succession.Engine.Vacancies;

namespace Talent.Succession.Engine;

/// <summary>
/// All results for one group on one day: a pure function of the snapshot and the reference data. Parts are computed when first asked for.
/// For somebody who may not see some posts, give the group without them: results of a whole group tell of every post in it.
/// </summary>
public sealed class GroupAnalysis
{
    /// <summary>Version of the formulas; shown with every figure and raised whenever one of them changes.</summary>
    public const string ModelVersion = "4";

    private readonly Lazy<IReadOnlyDictionary<PostId, PostRisk>> risks;
    private readonly Lazy<IReadOnlyList<HeroicLeadership>> findings;

    /// <summary>Prepares the results of a group.</summary>
    /// <param name="snapshot">The group.</param>
    /// <param name="data">Reference data.</param>
    public GroupAnalysis(GroupSnapshot snapshot, ReferenceData data)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(data);
        (Snapshot, Data) = (snapshot, data);
        Bench = TrueBench.Of(snapshot, data.Thresholds);
        risks = new(() => snapshot.Posts.ToDictionary(post => post.Id, post => PostRisk.Of(snapshot, post, Bench, data)));
        findings = new(() => HeroicLeadershipRule.Find(snapshot, data.Thresholds));
    }

    /// <summary>The group.</summary>
    public GroupSnapshot Snapshot { get; }

    /// <summary>The reference data.</summary>
    public ReferenceData Data { get; }

    /// <summary>Who could really take over, each person once.</summary>
    public TrueBench Bench { get; }

    /// <summary>The risk of each post.</summary>
    public IReadOnlyDictionary<PostId, PostRisk> Risks => risks.Value;

    /// <summary>How many posts have no criticality that the group has agreed.</summary>
    public int NotAgreed => Snapshot.Posts.Count(post => post.Criticality.AgreedOn is null);

    /// <summary>Where posts depend on one leader.</summary>
    public IReadOnlyList<HeroicLeadership> Findings => findings.Value;

    /// <summary>Covered on paper and if it happened.</summary>
    public PaperVersusReal PaperVersusReal => Benches.PaperVersusReal.Of(Snapshot, Bench);

    /// <summary>The posts by risk.</summary>
    /// <param name="weighting">By which weights.</param>
    public IReadOnlyList<RankedPost> Ranking(Weighting weighting) => RiskRanking.Of(Risks.Values, weighting);

    /// <summary>Whether equal weights would put the posts in another order.</summary>
    public bool ChangesWithEqualWeights => RiskRanking.ChangesWithEqualWeights([.. Risks.Values]);

    /// <summary>What the group would lose if a person left tonight.</summary>
    public PersonDependency DependencyOn(PersonId person) => PersonDependency.Of(Snapshot, person, Risks, Bench, Data);

    /// <summary>What would follow if a post fell vacant tonight.</summary>
    /// <exception cref="ArgumentException">The group has no such post.</exception>
    public VacantTonight IfVacantTonight(PostId post) => VacantTonight.Of(Snapshot, post, Data);
}
