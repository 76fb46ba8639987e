namespace Talent.Messaging.Storage;

/// <summary>
/// The root of an aggregate. Its version is the concurrency token of its row: a change that read an older version is refused, and the
/// command runs again. A command that changes the aggregate adds one for each event it appends about it.
/// </summary>
public interface IVersioned
{
    /// <summary>The version of the last event about the aggregate, from 1; also its etag.</summary>
    long Version { get; set; }
}
