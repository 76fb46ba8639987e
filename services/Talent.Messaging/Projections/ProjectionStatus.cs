namespace Talent.Messaging.Projections;

/// <summary>How far a reader of a log has come.</summary>
/// <param name="Service">The service that reads.</param>
/// <param name="Source">The service whose log is read; for reactions with <c>reactions/</c> before it.</param>
/// <param name="Position">The last position that is done with.</param>
/// <param name="StalledPosition">The event that cannot be applied; zero: not stalled.</param>
/// <param name="StalledReason">Why; empty: not stalled.</param>
/// <param name="RebuildTarget">It is being rebuilt up to this position; zero: no rebuild.</param>
public sealed record ProjectionStatus(
    string Service, string Source, long Position, long StalledPosition, string StalledReason, long RebuildTarget)
{
    /// <summary>What stands before the source where reactions to it are meant.</summary>
    public const string OfReactions = "reactions/";

    /// <summary>One line for health checks, which anybody may read: without the reason, which holds what an exception said.</summary>
    public override string ToString() =>
        StalledPosition > 0 ? $"stalled at {Source}:{StalledPosition}"
        : RebuildTarget > 0 ? $"rebuilding {Source}: {Position} of {RebuildTarget}"
        : $"{Source}:{Position}";
}
