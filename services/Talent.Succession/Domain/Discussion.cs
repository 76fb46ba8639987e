namespace Talent.Succession.Domain;

/// <summary>What was discussed with the holder about a finding.</summary>
/// <param name="ShownOn">The day the holder was shown it.</param>
/// <param name="RepliedOn">The day the holder replied; null: not yet.</param>
/// <param name="Reply">The reply; empty: none yet.</param>
public sealed record Discussion(DateOnly ShownOn, DateOnly? RepliedOn, string Reply)
{
    /// <summary>Working days that the holder has to reply.</summary>
    public const int WorkingDaysToReply = 10;

    private const int LongestReply = 4000;

    /// <summary>Checks a discussion about a finding that was raised on a day.</summary>
    /// <param name="raisedOn">The day the finding was raised.</param>
    /// <param name="today">The day in London.</param>
    /// <exception cref="RuleException">It happened before the finding or in the future, or only half of a reply is given.</exception>
    public void Check(DateOnly raisedOn, DateOnly today)
    {
        if (ShownOn < raisedOn || ShownOn > today)
            throw new RuleException("shown_on", "The holder is shown a finding from the day it was raised on, and not in the future.");
        if (RepliedOn < ShownOn || RepliedOn > today)
            throw new RuleException("replied_on", "The holder replies from the day of seeing the finding on, and not in the future.");
        if (RepliedOn is null && Reply.Length > 0)
            throw new RuleException("replied_on", "Give the day of the reply with it.");
        if (RepliedOn is not null && Reply.Length == 0)
            throw new RuleException("reply", "Give the holder's reply, or no day of a reply.");
        if (Reply.Length > LongestReply)
            throw new RuleException("reply", $"Shorten the reply to at most {LongestReply} characters.");
    }
}
