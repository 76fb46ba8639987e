using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Sensitivity;
using Talent.Succession.V1;
using Effect = Talent.Succession.Engine.Sensitivity.Effect;

namespace Talent.Succession.Forecasts;

/// <summary>Carries what is unknown into the contract: the whole intervals, and what widens them.</summary>
internal static class RangeMapping
{
    private const int Most = 3;

    /// <summary>Widens the intervals of a forecast.</summary>
    /// <param name="forecast">The forecast of the same group, with its posts.</param>
    /// <param name="ranges">What is unknown.</param>
    public static void Add(Forecast forecast, GroupRanges ranges)
    {
        forecast.UncoveredDays.Range = ToContract(ranges.UncoveredDays);
        forecast.WidenedBy.AddRange(Widest(ranges.UncoveredDays));
        if (forecast.UncoveredDaysWithEqualWeights is { } equal) equal.Range = ToContract(ranges.UncoveredDaysWithEqualWeights);
        foreach (var (post, figures) in forecast.Posts.Zip(ranges.Posts))
        {
            post.FallsVacantWithinOneYear.Range = ToContract(figures.FallsVacant[0]);
            post.FallsVacantWithinThreeYears.Range = ToContract(figures.FallsVacant[2]);
            post.FallsVacantWithinFiveYears.Range = ToContract(figures.FallsVacant[4]);
            post.LongVacancy.Range = ToContract(figures.LongVacancy);
            post.UncoveredDays.Range = ToContract(figures.UncoveredDays);
            post.WidenedBy.AddRange(Widest(figures.UncoveredDays, figures.Post));
            foreach (var (board, ofBoard) in post.Boards.Zip(figures.Boards))
            {
                board.LeftAloneWithinFiveYears.Range = ToContract(ofBoard.LeftAlone[4]);
                board.UncoveredDays.Range = ToContract(ofBoard.UncoveredDays);
            }
        }

        var missing = ranges.BothMissing.ToDictionary(each => each.Organisation.Value);
        foreach (var each in forecast.ChairAndChiefExecutiveMissing.Where(each => each.Days is not null))
        {
            each.WithinFiveYears.Range = ToContract(missing[each.OrganisationCode].Happens);
            each.Days.Range = ToContract(missing[each.OrganisationCode].Days);
        }
    }

    private static NumberRange ToContract(RangedFigure figure) => new() { Lower = figure.Widened.Low, Upper = figure.Widened.High };

    // What somebody could record is told even where assumptions widen more: of a post best its own records.
    private static IEnumerable<Widening> Widest(RangedFigure figure, PostId? post = null)
    {
        var widest = figure.Effects.Take(Most).ToList();
        Effect[] records = [.. figure.Effects.Where(effect => effect.Unknown.ToRecord is not null)];
        var record = Array.Find(records, effect => post is not null && effect.Unknown.Posts.Contains(post)) ?? records.FirstOrDefault();
        if (record is not null && !widest.Contains(record)) widest.Add(record);
        return widest.Select(ToContract);
    }

    private static Widening ToContract(Effect effect)
    {
        var widening = new Widening
        {
            Name = effect.Unknown.Name,
            Unit = effect.Unknown.Unit,
            Low = effect.Unknown.Low,
            High = effect.Unknown.High,
            AtLow = effect.AtLow,
            AtHigh = effect.AtHigh,
            Narrower = effect.Narrower,
            ToRecord = effect.Unknown.ToRecord ?? "",
        };
        widening.PostIds.AddRange(effect.Unknown.Posts.Select(post => post.Value));
        widening.Families.AddRange(effect.Unknown.Families.Select(family => family.Value));
        return widening;
    }
}
