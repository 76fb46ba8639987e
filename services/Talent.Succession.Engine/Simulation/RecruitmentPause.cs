namespace Talent.Succession.Engine.Simulation;

/// <summary>A time in which no recruitment from outside begins.</summary>
public sealed record RecruitmentPause
{
    /// <summary>States a pause.</summary>
    /// <param name="from">Its first day.</param>
    /// <param name="until">The first day after it.</param>
    /// <exception cref="ArgumentException">It ends before it has begun.</exception>
    public RecruitmentPause(DateOnly from, DateOnly until)
    {
        if (until <= from) throw new ArgumentException("Let a pause of recruitment end after the day it begins.", nameof(until));
        (From, Until) = (from, until);
    }

    /// <summary>Its first day.</summary>
    public DateOnly From { get; }

    /// <summary>The first day after it.</summary>
    public DateOnly Until { get; }
}
