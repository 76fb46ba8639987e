using Talent.Succession.Boards;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Turnover;
using Talent.Succession.V1;
using EngineData = Talent.Succession.Engine.Inputs.ReferenceData;

namespace Talent.Succession.Forecasts;

/// <summary>Why a post may fall vacant in the trials: what they draw from, no more.</summary>
internal static class VacancyReasons
{
    /// <summary>The reasons, greatest contribution first; an unknown one stands where its upper end puts it.</summary>
    /// <param name="snapshot">The group.</param>
    /// <param name="post">The post.</param>
    /// <param name="data">Reference data.</param>
    public static IEnumerable<ExplainedNumber> Of(GroupSnapshot snapshot, Post post, EngineData data)
    {
        Appointment[] holders = [.. snapshot.HoldersOf(post.Id)];
        if (holders.Length == 0)
        {
            return
            [
                Explained.Given("Stands vacant", Estimate.Exact(1), "probability", "the register has no substantive holder", snapshot.AsOf)
                    .ToContract(),
            ];
        }

        return holders.SelectMany(held => Of(held, post, snapshot.AsOf, data))
            .OrderByDescending(reason => reason.Estimate.Prudent).Select(reason => reason.Number);
    }

    private static IEnumerable<(Estimate Estimate, ExplainedNumber Number)> Of(
        Appointment held, Post post, DateOnly asOf, EngineData data)
    {
        var turnover = VacancyProbability.Turnover(held, post, asOf, data.Turnover);
        var number = turnover.ToContract();
        number.Name = TurnoverWording.Of(turnover);
        yield return (turnover.Estimate, number);
        if (held.PlannedEnd is not { } end || end <= asOf || end > asOf.AddYears(ForecastModel.Years)) yield break;
        var atEnd = data.Turnover.EndsAtPlannedEnd;
        var term = Explained.Given("Leaves at the planned end of the term", atEnd.Estimate, "probability", atEnd.Source, end);
        yield return (term.Estimate, term.ToContract());
    }
}
