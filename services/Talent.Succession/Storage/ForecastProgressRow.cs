namespace Talent.Succession.Storage;

/// <summary>How far the full forecast of a group is that some replica computes; gone when it is done.</summary>
public sealed class ForecastProgressRow
{
    /// <summary>The group.</summary>
    public required string GroupId { get; init; }

    /// <summary>Steps done.</summary>
    public int StepsDone { get; set; }

    /// <summary>Steps of all; 0: it has not begun.</summary>
    public int Steps { get; set; }

    /// <summary>How often it was begun anew because something had changed meanwhile.</summary>
    public int Restarts { get; set; }
}
