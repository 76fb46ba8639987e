using Talent.Succession.Boards;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Turnover;
using Talent.Succession.V1;
using EngineData = Talent.Succession.Engine.Inputs.ReferenceData;

namespace Talent.Succession.Forecasts;

/// <summary>
/// Why a post may fall vacant in the trials: what they draw from, no more. That an end was stated is said without its days, and only to
/// those who may see the group's readiness statements; what is not shared with the group is not known here.
/// </summary>
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

        return holders.SelectMany(held => Of(held, post, snapshot, data))
            .OrderByDescending(reason => reason.Estimate.Prudent).Select(reason => reason.Number);
    }

    private static IEnumerable<(Estimate Estimate, ExplainedNumber Number)> Of(
        Appointment held, Post post, GroupSnapshot snapshot, EngineData data)
    {
        var asOf = snapshot.AsOf;
        var lastDay = asOf.AddYears(ForecastModel.Years);
        if (VacancyProbability.StatedEnd(snapshot, held.Person, lastDay) is { } stated)
        {
            yield return (stated.Estimate, stated.ToContract());
        }
        else
        {
            var turnover = VacancyProbability.Turnover(held, post, asOf, data.Turnover);
            var number = turnover.ToContract();
            number.Name = TurnoverWording.Of(turnover);
            yield return (turnover.Estimate, number);
        }

        if (held.PlannedEnd is { } end && end > asOf && end <= lastDay)
            yield return On("Leaves at the planned end of the term", data.Turnover.EndsAtPlannedEnd, end);
        foreach (var limit in TermLimit.Ahead(held, post, data.Thresholds, asOf, lastDay))
        {
            yield return On(
                limit.Board is { } board ? $"Leaves the board of {board} alone at the limit of the term clock"
                    : "Leaves at the limit of the term clock",
                data.Turnover.EndsAtTermLimit, limit.On);
        }
    }

    private static (Estimate Estimate, ExplainedNumber Number) On(string name, ReferenceNumber probability, DateOnly day)
    {
        var reason = Explained.Given(name, probability.Estimate, "probability", probability.Source, day);
        return (reason.Estimate, reason.ToContract());
    }
}
