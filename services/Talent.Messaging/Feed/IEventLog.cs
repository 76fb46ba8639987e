using Talent.Events.V1;

namespace Talent.Messaging.Feed;

/// <summary>The published log of one service of this process: the events that have a position.</summary>
internal interface IEventLog
{
    /// <summary>The service whose log it is.</summary>
    string Source { get; }

    /// <summary>Reads a part of the log.</summary>
    /// <param name="afterPosition">What comes after this position; zero: from the beginning.</param>
    /// <param name="size">The most events to read; zero: the head alone.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<ReadEventsResponse> ReadAsync(long afterPosition, int size, CancellationToken cancellation);
}
