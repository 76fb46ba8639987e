using Talent.ServiceDefaults;
using Talent.Succession.Boards;
using Talent.Succession.Engine.Actions;
using Talent.Succession.V1;
using Contract = Talent.Succession.V1;
using EngineChange = Talent.Succession.Engine.Scenarios.ScenarioChange;
using Kind = Talent.Succession.Engine.Actions.ActionKind;

namespace Talent.Succession.Forecasts;

/// <summary>Carries ranked actions into the contract, each with the change that it is as a scenario.</summary>
internal static class ActionMapping
{
    /// <summary>The actions.</summary>
    /// <param name="found">What was simulated.</param>
    /// <param name="isAgreed">Whether the group has agreed its criticalities: until then equal weights are given too.</param>
    public static RankedActions ToContract(NextBestActions found, bool isAgreed)
    {
        var equal = found.ActionsByEqualWeights;
        var ranked = new RankedActions
        {
            Generated = found.Generated,
            OrderChangesWithEqualWeights = !isAgreed && !found.Actions.SequenceEqual(equal),
        };
        var equalPlaces = equal.Select((each, at) => (each.Action, at)).ToDictionary(pair => pair.Action, pair => pair.at + 1);
        ranked.Actions.AddRange(found.Actions.Select(each => new RankedAction
        {
            Kind = ToContract(each.Action.Kind),
            PostId = each.Action.Post.Value,
            Change = ToContract(each.Action.Change),
            Reduction = each.Reduction.ToContract(),
            ReductionOfPosts = each.ReductionOfPosts.ToContract(),
            Helps = each.Helps,
            Trials = each.Trials,
            ReductionWithEqualWeights = isAgreed ? null : each.ReductionWithEqualWeights.ToContract(),
            PlaceWithEqualWeights = isAgreed ? 0 : equalPlaces[each.Action],
        }));
        var places = found.Actions.Select((each, at) => (each.Action, at)).ToDictionary(pair => pair.Action, pair => pair.at + 1);
        ranked.Pairs.AddRange(found.Pairs.Select(pair => new Contract.ActionPair
        {
            First = places[pair.First],
            Second = places[pair.Second],
            Together = pair.Together.ToContract(),
            Surplus = pair.Surplus.ToContract(),
            TogetherWithEqualWeights = isAgreed ? null : pair.TogetherWithEqualWeights.ToContract(),
            SurplusWithEqualWeights = isAgreed ? null : pair.SurplusWithEqualWeights.ToContract(),
        }));
        return ranked;
    }

    private static Contract.ActionKind ToContract(Kind kind) => kind switch
    {
        Kind.NameSuccessor => Contract.ActionKind.NameSuccessor,
        Kind.DevelopSuccessor => Contract.ActionKind.DevelopSuccessor,
        Kind.AgreeDeputy => Contract.ActionKind.AgreeDeputy,
        Kind.SearchEarly => Contract.ActionKind.SearchEarly,
        Kind.ExtendTerm => Contract.ActionKind.ExtendTerm,
        Kind.SplitPost => Contract.ActionKind.SplitPost,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such action."),
    };

    private static Contract.ScenarioChange ToContract(EngineChange change) => change switch
    {
        Engine.Scenarios.NominationAdded added => new() { NominationAdded = ToContract(added.Nomination) },
        Engine.Scenarios.MadeReady ready => new()
        {
            MadeReady = new()
            {
                PersonId = ready.Person.Value,
                By = ready.By.ToDate(),
                PostId = ready.Post?.Value ?? "",
                Family = ready.Family?.Value ?? "",
            },
        },
        Engine.Scenarios.DeputyAccepted deputy => new()
        {
            DeputyAccepted = new() { PostId = deputy.Post.Value, DeputyPostId = deputy.Deputy.Value },
        },
        Engine.Scenarios.EarlySearch search => new() { EarlySearch = new() { PostId = search.Post.Value, Days = search.Days } },
        Engine.Scenarios.TermExtended term => new()
        {
            TermExtended = new()
            {
                PostId = term.Post.Value,
                PersonId = term.Person.Value,
                OrganisationCodes = { term.Boards.Select(board => board.Value) },
                Until = term.Until.ToDate(),
            },
        },
        Engine.Scenarios.PostSplit split => new()
        {
            PostSplit = new() { PostId = split.Post.Value, Parts = { split.Parts.Select(ToContract) } },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "No action is made of such a change."),
    };

    private static Contract.NominationAdded ToContract(Engine.Inputs.Nomination nomination) => new()
    {
        PostId = nomination.Post.Value,
        PersonId = nomination.Nominee.Value,
        Readiness = ReadinessMapping.ToContract(nomination.Readiness.Earliest, nomination.Readiness.Latest),
        Rank = nomination.Rank ?? 0,
    };

    private static Contract.PostPart ToContract(Engine.Scenarios.PostPart part) => new()
    {
        PostId = part.Post.Value,
        OrganisationCodes = { part.Organisations.Select(one => one.Value) },
        HolderPersonId = part.Holder?.Value ?? "",
        Criticality = part.Criticality?.Weight ?? 0,
    };
}
