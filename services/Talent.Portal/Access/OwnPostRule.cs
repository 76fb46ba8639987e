using Grpc.Core;
using Talent.ServiceDefaults;

namespace Talent.Portal.Access;

/// <summary>
/// Nobody sees the succession to a post that they hold, are named for or have asked for. The Succession service enforces it; the portal
/// only says so instead of failing.
/// </summary>
public static class OwnPostRule
{
    private const string OwnPost = "OWN_POST";

    /// <summary>Whether a read was refused because a post is the caller's own.</summary>
    public static bool Refused(RpcException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.StatusCode is StatusCode.PermissionDenied && exception.GetDetails().Reason == OwnPost;
    }

    /// <summary>Whether there is nothing that the caller may see, for whatever reason.</summary>
    public static bool Hidden(RpcException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.StatusCode is StatusCode.PermissionDenied or StatusCode.NotFound;
    }
}
