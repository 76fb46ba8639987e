using Talent.Portal.Journeys;
using Talent.Succession.V1;

namespace Talent.Portal.Words;

/// <summary>How a nomination stands, in words.</summary>
public static class NominationWords
{
    /// <summary>The place in the order of the post's successors.</summary>
    public static string SayRank(int rank) => rank == 0 ? "not ranked" : $"{rank}";

    /// <summary>Whether the person knows, and until when that may stay so.</summary>
    public static string SayTelling(Nomination nomination)
    {
        ArgumentNullException.ThrowIfNull(nomination);
        if (nomination.Telling == Telling.Told)
            return Vocabulary.Say(Telling.Told);
        if (nomination is { Telling: Telling.Confidential, Confidentiality: { } kept })
            return $"Confidential until {Dates.SayLastDay(kept.ExpiresOn)}: {NominationQuestions.SayWhyConfidential(kept.ReasonCode)}";
        return nomination.External is not null && nomination.NominatedOn.Day() is { } made
            ? $"Not yet told: removed on {Dates.Say(made.AddMonths(1))} unless told"
            : Vocabulary.Say(Telling.NotYetTold);
    }

    /// <summary>Somebody from outside with organisation and source; a name that may not be seen is said to be not shown.</summary>
    public static string SayExternal(ExternalSuccessor external)
    {
        ArgumentNullException.ThrowIfNull(external);
        var name = external.DisplayName.Length == 0 ? "Somebody from outside, name not shown" : external.DisplayName;
        return $"{name}; organisation: {Known(external.Organisation)}; named by: {Known(external.Source)}";
    }

    private static string Known(string text) => text.Length == 0 ? "not known" : text;
}
