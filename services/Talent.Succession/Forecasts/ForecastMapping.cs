using Talent.Succession.Boards;
using Talent.Succession.Domain;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;
using Talent.Succession.Engine.Ties;
using Talent.Succession.V1;
using EngineData = Talent.Succession.Engine.Inputs.ReferenceData;

namespace Talent.Succession.Forecasts;

/// <summary>Carries what trials came to into the contract.</summary>
internal static class ForecastMapping
{
    /// <summary>A number from trials, which is always known.</summary>
    public static SimulatedNumber ToContract(this Estimate estimate) =>
        new() { Value = estimate.Prudent, Lower = estimate.Low, Upper = estimate.High };

    /// <summary>Parts of all cases by count.</summary>
    /// <param name="shares">One for each count.</param>
    /// <param name="from">The count of the first.</param>
    public static IEnumerable<CountShare> ToCounts(IReadOnlyList<double> shares, int from) =>
        shares.Select((share, at) => new CountShare { Count = from + at, Share = share });

    /// <summary>One post.</summary>
    /// <param name="outcome">What the trials came to.</param>
    /// <param name="snapshot">The group.</param>
    /// <param name="nominees">Who is named, by post and the engine's identifier.</param>
    /// <param name="data">Reference data.</param>
    public static PostForecast ToContract(
        PostOutcome outcome, GroupSnapshot snapshot, IReadOnlyDictionary<(string Post, string Nominee), Nominee> nominees, EngineData data)
    {
        var post = new PostForecast
        {
            PostId = outcome.Post.Value,
            FallsVacantWithinOneYear = outcome.FallsVacant[0].ToContract(),
            FallsVacantWithinThreeYears = outcome.FallsVacant[2].ToContract(),
            FallsVacantWithinFiveYears = outcome.FallsVacant[4].ToContract(),
            UncoveredDays = outcome.UncoveredDays.ToContract(),
            LongVacancy = outcome.LongVacancy.ToContract(),
            Vacancies = outcome.Vacancies,
            ShareFromOutside = outcome.FromOutside,
            StandsVacant = !snapshot.HoldersOf(outcome.Post).Any(),
        };
        post.TakeOvers.AddRange(outcome.TakeOvers.Select(taken =>
        {
            var nominee = nominees[(outcome.Post.Value, taken.Nominee.Value)];
            return new V1.TakeOver { NominationId = nominee.Id, PersonId = nominee.PersonId ?? "", Share = taken.Share };
        }));
        post.Boards.AddRange(outcome.Boards.Select(board => new BoardForecast
        {
            OrganisationCode = board.Board.Value,
            LeftAloneWithinFiveYears = board.LeftAlone[4].ToContract(),
            UncoveredDays = board.UncoveredDays.ToContract(),
        }));
        post.Reasons.AddRange(VacancyReasons.Of(snapshot, snapshot.Get(outcome.Post), data));
        return post;
    }

    /// <summary>How often an organisation has neither chair nor chief executive; what is unknown is left unset.</summary>
    public static ChairAndChiefExecutiveMissing ToContract(BothMissingOutcome outcome)
    {
        var missing = new ChairAndChiefExecutiveMissing { OrganisationCode = outcome.Organisation.Value };
        missing.PostIds.AddRange(outcome.Posts.Select(post => post.Value));
        if (outcome.Happens.IsUnknown) return missing;
        (missing.WithinFiveYears, missing.Days) = (outcome.Happens.ToContract(), outcome.Days.ToContract());
        return missing;
    }

    /// <summary>Posts whose order is not certain.</summary>
    public static Tie ToContract(TieGroup group)
    {
        var tie = new Tie { Place = group.Place, ComesApart = group.ComesApart };
        tie.Posts.AddRange(group.Posts.Select(tied =>
        {
            var post = new V1.TiedPost { PostId = tied.Risk.Post.Value };
            post.Separators.AddRange(tied.Separators.Select(each =>
                new V1.Separator { ToRecord = each.ToRecord, Narrower = each.Narrower }));
            return post;
        }));
        return tie;
    }

    /// <summary>How much lies in few hands; null where nobody holds a post.</summary>
    /// <param name="snapshot">The group.</param>
    /// <param name="isAgreed">Whether the group has agreed its criticalities.</param>
    public static V1.Concentration? Concentration(GroupSnapshot snapshot, bool isAgreed)
    {
        if (Engine.Risks.Concentration.Of(snapshot, Engine.Risks.Weighting.ByCriticality) is not { } weighted) return null;
        var equal = isAgreed ? null : Engine.Risks.Concentration.Of(snapshot, Engine.Risks.Weighting.Equal);
        return new V1.Concentration
        {
            Index = weighted.Index.ToContract(levels: 1),
            EffectiveLeaders = weighted.EffectiveLeaders.ToContract(levels: 0),
            IndexWithEqualWeights = equal?.Index.ToContract(levels: 1),
            EffectiveLeadersWithEqualWeights = equal?.EffectiveLeaders.ToContract(levels: 0),
        };
    }
}
