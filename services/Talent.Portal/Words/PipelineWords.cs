using Talent.Succession.V1;
using Talent.Types.V1;

namespace Talent.Portal.Words;

/// <summary>What is said of pipelines.</summary>
public static class PipelineWords
{
    /// <summary>What the bands hold.</summary>
    public const string AboutBands = "The numbers in brackets hold at least 80%: they run from the tenth percentile of the least "
        + "favourable case to the ninetieth of the most favourable, whatever is not known.";

    /// <summary>A pipeline by its posts, for example "Chief nursing officer, trust level".</summary>
    public static string Name(Pipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return Name(pipeline.Family, pipeline.Level);
    }

    /// <summary>A count with its band, for example "3 (1 to 5)"; "not known, 0 to 4" where the median is not known.</summary>
    public static string Say(CountBand? band)
    {
        if (band is null) return "not known";
        if (!band.HasMedian) return $"not known, {band.Lower} to {band.Upper}";
        return band.Lower == band.Upper ? $"{band.Median}" : $"{band.Median} ({band.Lower} to {band.Upper})";
    }

    /// <summary>What is left or missing, for example "2 short (3 short to 1 left)"; "not known, 1 short to 2 left".</summary>
    public static string SayBalance(CountBand? band)
    {
        if (band is null) return "not known";
        var spread = $"{Left(band.Lower)} to {Left(band.Upper)}";
        if (!band.HasMedian) return $"not known, {spread}";
        return band.Lower == band.Upper ? Left(band.Median) : $"{Left(band.Median)} ({spread})";
    }

    /// <summary>What widens the bands of a pipeline, for example "the readiness of 3 people named for it is not recorded".</summary>
    public static string Say(PipelineUnknown unknown)
    {
        ArgumentNullException.ThrowIfNull(unknown);
        return unknown.Kind switch
        {
            PipelineUnknownKind.TurnoverOfFamily =>
                $"there is no turnover figure for {Numbers.Count(unknown.Count, "post", "posts")} that its people hold or wait for",
            PipelineUnknownKind.StartOfHolder =>
                $"it is not recorded since when {Numbers.Count(unknown.Count, "person has", "people have")} been in post",
            PipelineUnknownKind.ReadinessOfNominee =>
                $"it is not recorded when {Numbers.Count(unknown.Count, "person named is", "people named are")} ready, or whether free",
            PipelineUnknownKind.CompletionOfCohort =>
                $"it is not known how many complete {Numbers.Count(unknown.Count, "programme", "programmes")}",
            _ => "something is not known",
        };
    }

    /// <summary>A programme that is supposed, as a sentence without its full stop.</summary>
    public static string Say(SupposedCohort cohort)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        var completes = cohort.HasCompletion
            ? $"{Numbers.Say(cohort.Completion, "share")} of them complete it"
            : "how many complete it is not known";
        return $"{Numbers.Count(cohort.Size, "person prepares", "people prepare")} on a programme for {Name(cohort.Family, cohort.Level)}; "
            + $"{completes}, ready from {Dates.Say(cohort.ReadyOn)}";
    }

    private static string Name(string family, Level level) => level == Level.Unspecified
        ? $"{RoleFamilies.Say(family)}, level not known"
        : $"{RoleFamilies.Say(family)}, {Vocabulary.Say(level).ToLowerInvariant()} level";

    private static string Left(int count) => count < 0 ? $"{-count} short" : count == 0 ? "none left" : $"{count} left";
}
