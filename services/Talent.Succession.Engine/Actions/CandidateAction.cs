using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Scenarios;

namespace Talent.Succession.Engine.Actions;

/// <summary>What could be done about a post.</summary>
public enum ActionKind
{
    /// <summary>Name somebody who is ready for another post of the family and counts for no post.</summary>
    NameSuccessor,

    /// <summary>Make the nearest of those named ready.</summary>
    DevelopSuccessor,

    /// <summary>Agree a deputy who stands in: interim cover, not succession.</summary>
    AgreeDeputy,

    /// <summary>Begin the search before an agreed end earlier than the usual notice.</summary>
    SearchEarly,

    /// <summary>Extend the term of an office-holder within the limit of the code of governance.</summary>
    ExtendTerm,

    /// <summary>Split a shared post; its further part begins vacant and goes to the successor who is ready.</summary>
    SplitPost,
}

/// <summary>One thing that could be done.</summary>
/// <param name="Kind">What.</param>
/// <param name="Post">The post it is about.</param>
/// <param name="Change">The same as a change of the group.</param>
public sealed record CandidateAction(ActionKind Kind, PostId Post, ScenarioChange Change);
