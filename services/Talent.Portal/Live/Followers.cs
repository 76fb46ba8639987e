using Talent.Portal.SignIn;
using Talent.ServiceDefaults;

namespace Talent.Portal.Live;

/// <summary>
/// Those who follow a stream. A page stays open longer than a session or a grant may last, so both are looked up again while it does; an
/// open page is no use of the session.
/// </summary>
public sealed class Followers(Sessions sessions, TimeProvider time)
{
    /// <summary>How often a reader is looked up.</summary>
    public static TimeSpan Rhythm { get; } = TimeSpan.FromSeconds(15);

    /// <summary>Follows a reader who was admitted just now.</summary>
    /// <param name="request">The reader's request; calls made for it carry the grants found last.</param>
    /// <param name="permission">What the reader needs to hold.</param>
    public Follower Follow(HttpContext request, Permission permission) => new(sessions, time, request, permission);
}

/// <summary>Somebody who follows a stream.</summary>
public sealed class Follower
{
    private readonly Sessions _sessions;
    private readonly TimeProvider _time;
    private readonly HttpContext _request;
    private readonly Permission _permission;
    private long _lookedUp;

    internal Follower(Sessions sessions, TimeProvider time, HttpContext request, Permission permission)
    {
        (_sessions, _time, _request, _permission) = (sessions, time, request, permission);
        _lookedUp = time.GetTimestamp();
    }

    /// <summary>Whether the reader is still signed in and may still read, as far as that was looked up last.</summary>
    public async Task<bool> StaysAsync(CancellationToken cancellation)
    {
        if (_time.GetElapsedTime(_lookedUp) < Followers.Rhythm)
            return true;
        _lookedUp = _time.GetTimestamp();
        if (await _request.ReadSessionAsync() is not { } session || await _sessions.LookUpAsync(session, cancellation) is not { } caller)
            return false;
        _request.SetCaller(caller);
        return caller.Holds(_permission);
    }
}
