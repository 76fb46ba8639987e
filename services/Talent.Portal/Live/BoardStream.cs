using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Grpc.Core;
using Talent.Portal.Hosting;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Live;

/// <summary>
/// The events of one open board: <c>changed</c> with the version whenever there is a new one, <c>alive</c> now and then so that a broken
/// connection is noticed, and <c>ended</c> when the reader may no longer see the board or the session is over.
/// </summary>
public sealed class BoardStream(
    BoardService.BoardServiceClient boards, IBoardChannel channel, Followers followers, PortalSettings settings, TimeProvider time,
    ILogger<BoardStream> log)
{
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(15);

    // However it is announced: an announcement may be lost, and asking is cheap.
    private readonly TimeSpan _longestWait =
        settings.BoardPollInterval < Followers.Rhythm ? settings.BoardPollInterval : Followers.Rhythm;

    /// <summary>Follows a group's board.</summary>
    /// <param name="groupId">Id of the group.</param>
    /// <param name="known">The version that the reader has.</param>
    /// <param name="reader">The reader's request.</param>
    /// <param name="cancellation">Ends it when the reader goes away.</param>
    public async IAsyncEnumerable<SseItem<string>> FollowAsync(
        string groupId, long known, HttpContext reader, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var announcements = channel.Listen(groupId);
        yield return Item("alive", known);
        var said = time.GetTimestamp();
        var follower = followers.Follow(reader, Permission.ReadBoards);
        while (await follower.StaysAsync(cancellation))
        {
            var version = await AskAsync(groupId, known, cancellation);
            if (version is null)
                break;
            if (version > known)
            {
                known = version.Value;
                said = time.GetTimestamp();
                yield return Item("changed", known);
            }
            else if (time.GetElapsedTime(said) >= Alive)
            {
                said = time.GetTimestamp();
                yield return Item("alive", known);
            }
            await announcements.WaitAsync(_longestWait, cancellation);
        }
        yield return Item("ended", known);
    }

    // Null: the reader may not see the board any more.
    private async Task<long?> AskAsync(string groupId, long known, CancellationToken cancellation)
    {
        try
        {
            var request = new GetBoardVersionRequest { GroupId = groupId };
            return (await boards.GetBoardVersionAsync(request, cancellationToken: cancellation)).BoardVersion;
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.PermissionDenied or StatusCode.NotFound)
        {
            return null;
        }
        catch (RpcException away) when (away.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded)
        {
            log.LogInformation(away, "The version of a board cannot be read just now; it is asked for again");
            return known;
        }
    }

    private static SseItem<string> Item(string kind, long version) => new($"{version}", kind);
}
