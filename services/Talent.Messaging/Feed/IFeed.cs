using Talent.Events.V1;

namespace Talent.Messaging.Feed;

/// <summary>Reads the logs of other services: the truth that the bus only points at.</summary>
internal interface IFeed
{
    /// <summary>Reads a part of a log and its head.</summary>
    /// <param name="source">The service whose log it is.</param>
    /// <param name="afterPosition">What comes after this position; zero: from the beginning.</param>
    /// <param name="size">The most events to read, up to 1000; zero: the head alone.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Grpc.Core.RpcException">The service did not answer.</exception>
    Task<ReadEventsResponse> ReadAsync(string source, long afterPosition, int size, CancellationToken cancellation);
}
