using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Actions;

/// <summary>How the next best actions of a group are generated and how many are simulated, each number with its source.</summary>
public sealed record ActionRules
{
    /// <summary>Days in which somebody can be made ready for a post.</summary>
    public required ReferenceNumber DevelopWithinDays { get; init; }

    /// <summary>Days before an agreed end from which a search can begin; more than the usual notice.</summary>
    public required ReferenceNumber EarlySearchDays { get; init; }

    /// <summary>Years by which a term is extended, never beyond the limit of the code of governance.</summary>
    public required ReferenceNumber ExtensionYears { get; init; }

    /// <summary>So many candidates at most are simulated: those on the posts with most expected weighted uncovered days.</summary>
    public required ReferenceNumber MostSimulated { get; init; }

    /// <summary>So many of the best are also simulated two by two.</summary>
    public required ReferenceNumber BestInPairs { get; init; }
}
