using Talent.Portal.Pages;
using Talent.Roles.V1;

namespace Talent.Portal.Words;

/// <summary>Whether a post would be stood in for by another, in words. Who accepted binds no successor.</summary>
public static class DeputyWords
{
    /// <summary>For example "its holder accepted on 1 April 2026".</summary>
    /// <param name="deputy">The deputy as recorded.</param>
    /// <param name="post">The deputy post; null when the reader may not see it.</param>
    /// <param name="today">The day in London.</param>
    public static string Say(Deputy deputy, Post? post, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(deputy);
        if (!deputy.Accepted)
            return "named on paper only, not accepted";
        if (deputy.AcceptedByPersonId.Length == 0)
            return "accepted, but who did is not known, so it does not count";
        var day = deputy.AcceptedOn is null ? "on a day that is not known" : $"on {Dates.Say(deputy.AcceptedOn)}";
        if (post is null)
            return $"accepted {day}";
        return PostTable.Running(post, today).Any(held => held.PersonId == deputy.AcceptedByPersonId)
            ? $"its holder accepted {day}"
            : $"somebody who does not hold it any more accepted {day}, so it does not count";
    }
}
