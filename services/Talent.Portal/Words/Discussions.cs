using Talent.Succession.V1;

namespace Talent.Portal.Words;

/// <summary>What was discussed with the holder about a finding, in words.</summary>
public static class Discussions
{
    /// <summary>
    /// For example "Shown to the holder on 3 November 2026; time to reply until 17 November 2026 (ten working days)."
    /// </summary>
    public static string Say(Discussion? discussion)
    {
        if (discussion is null)
            return "Not yet discussed with the holder.";
        var shown = $"Shown to the holder on {Dates.Say(discussion.ShownOn)}";
        if (discussion.RepliedOn is null)
            return $"{shown}; time to reply until {Dates.Say(discussion.ReplyUntil, "a day that is not known")} (ten working days).";
        return discussion.Reply.Length > 0
            ? $"{shown}. The holder replied on {Dates.Say(discussion.RepliedOn)}:"
            : $"{shown}. The holder replied on {Dates.Say(discussion.RepliedOn)}; the text is no longer kept.";
    }
}
