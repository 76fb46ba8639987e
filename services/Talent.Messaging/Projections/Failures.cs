using Grpc.Core;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;

namespace Talent.Messaging.Projections;

/// <summary>Tells what failed because of an event from what failed because of the circumstances.</summary>
internal static class Failures
{
    private const int LongestReason = 300;

    /// <summary>Whether the same work may succeed in a moment: the database or a service was not there, or somebody came between.</summary>
    public static bool IsPassing(Exception failure, SqlDialect dialect) =>
        failure is RpcException { StatusCode: StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Aborted }
        || (DatabaseFailure.In(failure) is { } database && (dialect.IsConflict(database) || dialect.IsUnreachable(database)));

    /// <summary>What the operator reads. Events hold no names, so neither does what is said about them.</summary>
    public static string Describe(Exception failure)
    {
        var cause = DatabaseFailure.In(failure) ?? failure;
        var text = $"{cause.GetType().Name}: {cause.Message}";
        return text.Length <= LongestReason ? text : text[..LongestReason];
    }
}
