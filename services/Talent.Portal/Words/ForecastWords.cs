using Talent.Succession.V1;

namespace Talent.Portal.Words;

/// <summary>What is said of simulations.</summary>
public static class ForecastWords
{
    /// <summary>What every simulated figure is about, and what it is not.</summary>
    public const string AboutPosts = "Figures are about posts like these and how they are arranged, by national rates of turnover, not a "
        + "forecast about a holder.";

    /// <summary>What the intervals hold, and what they do not.</summary>
    public static string SayIntervals(ForecastProvenance provenance)
    {
        ArgumentNullException.ThrowIfNull(provenance);
        return provenance.RangeTrials == 0
            ? "The numbers in brackets are 80% intervals of the trials alone; what is uncertain in the assumptions comes on top."
            : "The numbers in brackets are 80% intervals of the trials and of what is uncertain in the assumptions or not recorded, each "
                + $"of it played at both ends of its range by {Numbers.Count(provenance.RangeTrials, "trial", "trials")}; what actions and "
                + "departures change has intervals of the trials alone.";
    }

    /// <summary>Which of the two forecasts it is.</summary>
    public static string Say(ForecastTier tier) => tier switch
    {
        ForecastTier.AtOnce => "Forecast at once",
        ForecastTier.Full => "Full forecast",
        _ => "Not known",
    };

    /// <summary>How far the full forecast is, in one sentence.</summary>
    public static string Say(ForecastProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return progress.Steps == 0
            ? "The full forecast is waiting to be computed."
            : $"The full forecast is being computed: {progress.StepsDone} of {Numbers.Count(progress.Steps, "step", "steps")} done.";
    }

    /// <summary>Which part of a post's vacancies is filled from outside, where there are any.</summary>
    public static string SayFromOutside(PostForecast post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return post.Vacancies > 0 ? Numbers.Say(post.ShareFromOutside, "share") : "no vacancy in the trials";
    }

    /// <summary>
    /// For example "about one in twenty: 4.1% (3.5% to 4.9%)"; where it is not known, why.
    /// </summary>
    public static string SayBothMissing(ChairAndChiefExecutiveMissing missing)
    {
        ArgumentNullException.ThrowIfNull(missing);
        return missing.WithinFiveYears is { } probability
            ? Chances.Say(probability)
            : "not known: no post of the chair or none of the chief executive is recorded that you may see";
    }

    /// <summary>How likely a board is left alone, and for how long nobody holds the post on it.</summary>
    /// <param name="board">The board.</param>
    /// <param name="name">The name of its organisation.</param>
    public static string Say(BoardForecast board, string name)
    {
        ArgumentNullException.ThrowIfNull(board);
        return $"{name}: left alone within five years {Chances.Say(board.LeftAloneWithinFiveYears)}; "
            + $"nobody holds the post on this board for {Numbers.Say(board.UncoveredDays, "days")}";
    }

    /// <summary>What could be done, as a command.</summary>
    public static string Say(ActionKind kind) => kind switch
    {
        ActionKind.NameSuccessor => "Name a successor",
        ActionKind.DevelopSuccessor => "Make the nearest successor ready",
        ActionKind.AgreeDeputy => "Agree a deputy",
        ActionKind.SearchEarly => "Begin the search early",
        ActionKind.ExtendTerm => "Extend the term",
        ActionKind.SplitPost => "Split the post",
        _ => "Not known",
    };

    /// <summary>What to record of a post and what that brings, for example "record a date (12 weighted days narrower)".</summary>
    public static string Say(Separator separator)
    {
        ArgumentNullException.ThrowIfNull(separator);
        return separator.Narrower > 0
            ? $"{separator.ToRecord} (the interval would be {Numbers.Say(separator.Narrower, "weighted days")} narrower)"
            : separator.ToRecord;
    }
}
