using Talent.Development.V1;
using Talent.Types.V1;

namespace Talent.Portal.Words;

/// <summary>What a person stated about leaving, in words for that person alone.</summary>
public static class LeavingWords
{
    /// <summary>What sharing it with the group means.</summary>
    public const string Use = "If you share it with the HR team of your group, the group's figures and played trials rest on it, and say that "
        + "an end was stated. The days you gave are shown to nobody but you. You can change or withdraw it at any time.";

    /// <summary>For example "You intend to leave between 1 April 2027 and 31 March 2028, stated on 1 May 2026."</summary>
    public static string Say(LeavingIntention intention)
    {
        ArgumentNullException.ThrowIfNull(intention);
        var days = new Readiness { Earliest = intention.Earliest, Latest = intention.Latest };
        var between = intention.Earliest.Equals(intention.Latest) ? $"on {ReadinessWords.Say(days)}" : ReadinessWords.Say(days);
        return $"You intend to leave {between}, stated on {Dates.Say(intention.StatedOn)}.";
    }

    /// <summary>Whether figures of the group rest on it.</summary>
    public static string SayUse(Audience audience) => audience is Audience.MyGroup or Audience.NationalPool
        ? "You allowed your group to use it: its figures rest on it. The days are shown to nobody but you."
        : "You have not allowed your group to use it: no figure rests on it, and nobody but you can see it.";
}
