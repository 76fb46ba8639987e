using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>What a scenario supposes on top of the group as it is.</summary>
public sealed record Changes
{
    /// <summary>Nothing is supposed.</summary>
    public static Changes None { get; } = new();

    /// <summary>People who leave the group for good on a given day, which vacates all their posts. A day before the first is the first.
    /// </summary>
    public IReadOnlyDictionary<PersonId, DateOnly> Departures { get; init; } = new Dictionary<PersonId, DateOnly>();

    /// <summary>Times in which no recruitment from outside begins; what began before goes on.</summary>
    public IReadOnlyList<RecruitmentPause> Pauses { get; init; } = [];

    /// <summary>Posts for which the search begins so many days before an agreed term ends, if that is earlier than the usual notice.
    /// </summary>
    public IReadOnlyDictionary<PostId, int> EarlySearches { get; init; } = new Dictionary<PostId, int>();

    /// <summary>Terms that are extended, by post and holder: the first day after the longer term. Until then the limit of a term clock ends
    /// none of them.</summary>
    public IReadOnlyDictionary<(PostId Post, PersonId Person), DateOnly> ExtendedTerms { get; init; } =
        new Dictionary<(PostId Post, PersonId Person), DateOnly>();

    /// <summary>People who may complete a programme; each once for a family.</summary>
    public IReadOnlyList<ProgrammePlace> Programmes { get; init; } = [];

    /// <summary>The same with one person leaving tonight, without notice.</summary>
    public static Changes LeavesTonight(PersonId person, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new Changes { Departures = new Dictionary<PersonId, DateOnly> { [person] = asOf } };
    }
}
