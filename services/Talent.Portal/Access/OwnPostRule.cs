using Grpc.Core;

namespace Talent.Portal.Access;

/// <summary>
/// Nobody sees the succession to a post that they hold, are named for or have asked for. The Succession service enforces it; the portal
/// only says so instead of failing.
/// </summary>
public static class OwnPostRule
{
    /// <summary>Whether a read of a post's outlook was refused to somebody who may see the post itself.</summary>
    public static bool Refused(RpcException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.StatusCode is StatusCode.PermissionDenied;
    }

    /// <summary>Whether the service knows nothing that the caller may see.</summary>
    public static bool Unknown(RpcException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.StatusCode is StatusCode.NotFound;
    }
}
